package main

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"

	"example.com/policymodel/parse"
)

// largeSize is the length in bytes of the policy whose peak is measured.
const largeSize = 10_000_000

// peak returns the memory that the process took from the system while it read a
// policy of largeSize bytes, made of all texts: what the collector had not freed
// yet is part of it. It has to be called in a new process.
func peak(texts []string) (uint64, error) {
	p, err := parse.New(nil)
	if err != nil {
		return 0, err
	}
	var large strings.Builder
	large.Grow(largeSize)
	for i := 0; large.Len() < largeSize; i++ {
		text := texts[i%len(texts)]
		large.WriteString(text[:min(len(text), largeSize-large.Len())])
	}
	for _, text := range texts { // compiles the lexicons
		if _, err := p.Parse(text[:min(len(text), 1<<12)]); err != nil {
			return 0, err
		}
	}
	debug.FreeOSMemory()
	before := mapped()
	pol, err := p.Parse(large.String())
	runtime.KeepAlive(pol)
	return mapped() - before, err
}

// peakOf returns peak for the texts below the folders.
func peakOf(dirs []string) (uint64, error) {
	_, texts, err := readTexts(dirs)
	if err != nil {
		return 0, err
	}
	return peak(texts)
}

// mapped returns the bytes that the process has from the system.
func mapped() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64() - s[1].Value.Uint64()
}

// kept returns the memory that a parser keeps between texts for each goroutine
// that it is used from, after all texts.
func (b *bench) kept() (uint64, error) {
	p, err := parse.New(nil)
	if err != nil {
		return 0, err
	}
	before := inUse()
	for _, text := range b.texts {
		if _, err := p.Parse(text); err != nil {
			return 0, err
		}
	}
	after := inUse()
	runtime.KeepAlive(p)
	return after - min(before, after), nil
}

// inUse returns the bytes of what is reachable.
func inUse() uint64 {
	runtime.GC()
	runtime.GC() // what finalizers held
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
