// Beam reads privacy policies in a pipeline of Apache Beam, for collections that
// one machine would take too long for:
//
//	go run . -input 'policies/*.md' -output out
//
// Three files are written, one JSON object a line:
//
//   - out-facts.jsonl, the lines of package lines for all policies;
//   - out-counts.jsonl, how many policies of each year name each concept, with
//     lines of the kind document for the number of policies in a year; the year
//     is that of the last change that a policy states, none if it states none;
//   - out-failed.jsonl, the files that could not be read, and why.
//
// The lines are in no particular order. A file without lines is not written.
//
// Without a -runner the pipeline runs in this process, on Beam's local Prism
// runner. The README tells how to run it on Flink or Dataflow. It is a module of
// its own, because Beam brings many others with it.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

func main() {
	input := flag.String("input", "", "`pattern` of the files to read")
	output := flag.String("output", "", "`prefix` of the files to write")
	flag.Parse()
	beam.Init() // on a worker, this does not return
	if *input == "" || *output == "" {
		flag.Usage()
		os.Exit(2)
	}
	p, s := beam.NewPipelineWithRoot()
	build(s, *input, *output)
	if err := beamx.Run(context.Background(), p); err != nil {
		fmt.Fprintln(os.Stderr, "beam:", err)
		os.Exit(1)
	}
}
