'use strict';
// The page tells everything without this script, in tables and titles. The script
// colours the marks that the legend has switched on, and shows what a mark states.
(function () {
  var text = document.getElementById('policy');
  var detail = document.getElementById('detail');
  var marks = Array.from(text.querySelectorAll('mark'));
  var boxes = Array.from(document.querySelectorAll('#legend input'));

  // A mark has the colour of its first kind that is switched on, and none if no
  // kind is. Only marks in colour can be reached and explained.
  function colour() {
    var on = new Set(boxes.filter(function (b) { return b.checked; }).map(function (b) { return b.value; }));
    marks.forEach(function (m) {
      var kind = m.dataset.kinds.split(' ').find(function (k) { return on.has(k); });
      if (kind) { m.dataset.kind = kind; } else { delete m.dataset.kind; }
      m.tabIndex = -1;
    });
    var first = marks.find(coloured);
    if (first) { first.tabIndex = 0; }
    hide();
  }
  function coloured(m) { return m.dataset.kind; }
  function set(value) {
    boxes.forEach(function (b) { b.checked = value; });
    colour();
  }

  // Titles become the panel, which can be reached, read out and selected.
  marks.forEach(function (m) {
    m.dataset.says = m.title;
    m.removeAttribute('title');
  });

  var timer, shown;
  function show(m) {
    clearTimeout(timer);
    if (shown === m) { return; }
    hide();
    shown = m;
    m.setAttribute('aria-describedby', 'detail');
    detail.replaceChildren();
    var rows = m.dataset.rows.split(' ');
    m.dataset.says.split('\n').forEach(function (line) {
      var p = document.createElement('p');
      p.textContent = line;
      detail.append(p);
    });
    var p = document.createElement('p');
    rows.forEach(function (row, i) {
      var a = document.createElement('a');
      a.href = '#' + row;
      a.textContent = rows.length === 1 ? 'All places' : 'All places (' + (i + 1) + ')';
      p.append(a, ' ');
    });
    detail.append(p);
    detail.hidden = false;
    var line = m.getClientRects()[0];
    var left = Math.min(line.left, document.documentElement.clientWidth - detail.offsetWidth - 16);
    detail.style.left = Math.max(left, 8) + window.scrollX + 'px';
    var below = line.bottom + detail.offsetHeight + 16 > window.innerHeight;
    detail.style.top = window.scrollY + (below ? line.top - detail.offsetHeight - 8 : line.bottom + 8) + 'px';
  }
  function hide() {
    clearTimeout(timer);
    if (shown) { shown.removeAttribute('aria-describedby'); }
    shown = null;
    detail.hidden = true;
  }
  function soon() { clearTimeout(timer); timer = setTimeout(hide, 300); }
  function markAt(event) {
    var m = event.target.closest('mark');
    return m ? coloured(m) ? m : null : null;
  }
  text.addEventListener('mouseover', function (e) {
    var m = markAt(e);
    if (m) { show(m); } else { soon(); }
  });
  text.addEventListener('mouseleave', soon);
  detail.addEventListener('mouseenter', function () { clearTimeout(timer); });
  detail.addEventListener('mouseleave', soon);
  text.addEventListener('focusin', function (e) {
    var m = markAt(e);
    if (m) { show(m); }
  });
  document.addEventListener('click', function (e) {
    if (detail.contains(e.target)) { return; }
    var m = text.contains(e.target) ? markAt(e) : null;
    if (m) { show(m); } else { hide(); }
  });

  // The text is one stop of the Tab key; arrow keys go from mark to mark.
  text.addEventListener('keydown', function (e) {
    var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[e.key];
    var now = document.activeElement;
    if (!step || now.tagName !== 'MARK') { return; }
    var reachable = marks.filter(function (m) { return coloured(m) ? m.getClientRects().length : false; });
    var next = reachable[reachable.indexOf(now) + step];
    if (!next) { return; }
    e.preventDefault();
    now.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  });
  document.addEventListener('keydown', function (e) {
    if (e.key !== 'Escape') { return; }
    if (detail.contains(document.activeElement)) { shown.focus(); }
    hide();
  });

  // What a link leads to may be folded away.
  function unfold() {
    hide();
    var target = document.getElementById(location.hash.slice(1));
    if (!target) { return; }
    for (var e = target.closest('details'); e; e = e.parentElement.closest('details')) { e.open = true; }
    target.scrollIntoView();
  }
  window.addEventListener('hashchange', unfold);

  // Paper cannot be unfolded.
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('details:not([open])').forEach(function (d) {
      d.open = true;
      d.dataset.folded = 'yes';
    });
  });
  window.addEventListener('afterprint', function () {
    document.querySelectorAll('details[data-folded]').forEach(function (d) {
      d.open = false;
      delete d.dataset.folded;
    });
  });

  // Pointing at a box of the picture lights what it is tied to.
  var svg = document.querySelector('svg');
  function light(id) {
    svg.classList.toggle('lit', Boolean(id));
    var on = new Set([id]);
    svg.querySelectorAll('.ribbon').forEach(function (r) {
      var tied = [r.dataset.from, r.dataset.to].includes(id);
      r.classList.toggle('on', tied);
      if (tied) { on.add(r.dataset.from).add(r.dataset.to); }
    });
    svg.querySelectorAll('.box').forEach(function (b) { b.classList.toggle('on', on.has(b.dataset.box)); });
  }
  if (svg) {
    ['mouseover', 'click'].forEach(function (name) {
      svg.addEventListener(name, function (e) {
        var box = e.target.closest('.box');
        light(box ? box.dataset.box : '');
      });
    });
    svg.addEventListener('mouseleave', function () { light(''); });
  }

  boxes.forEach(function (b) { b.addEventListener('change', colour); });
  document.getElementById('show-all').addEventListener('click', function () { set(true); });
  document.getElementById('show-none').addEventListener('click', function () { set(false); });
  colour();
  unfold();
}());
