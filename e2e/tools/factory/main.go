// Command image-factory-judge answers questions about schematics and image paths with the image factory's own code. It
// reads one request as JSON from each line of its standard input and writes one answer as JSON on each line of its
// standard output, in order.
//
// Its module stands below the factory's path, because the code that reads image paths is internal to the factory.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"

	"github.com/siderolabs/talos/pkg/machinery/platforms"
)

// request is one question: about a schematic, as JSON or as YAML, or about an image path.
type request struct {
	Operation string          `json:"operation"`
	Schematic json.RawMessage `json:"schematic"`
	Text      string          `json:"text"`
	Path      string          `json:"path"`
	Version   string          `json:"version"`
}

// response is one answer: an error as the factory words it, or what was asked for.
type response struct {
	Error     string               `json:"error,omitempty"`
	ID        string               `json:"id,omitempty"`
	Text      string               `json:"text,omitempty"`
	Image     *image               `json:"image,omitempty"`
	Platforms []platforms.Platform `json:"platforms,omitempty"`
}

var operations = map[string]func(request) (response, error){
	"marshal":   marshalSchematic,
	"post":      postSchematic,
	"path":      readPath,
	"platforms": listPlatforms,
}

func main() {
	lines := bufio.NewReader(os.Stdin)
	answers := json.NewEncoder(os.Stdout)

	for {
		line, readErr := lines.ReadBytes('\n')
		if len(line) > 0 {
			if err := answers.Encode(answer(line)); err != nil {
				fmt.Fprintln(os.Stderr, err)
				os.Exit(1)
			}
		}

		if readErr != nil {
			return
		}
	}
}

// answer never fails: what the factory refuses, or panics on, is the answer.
func answer(line []byte) (result response) {
	defer func() {
		if reason := recover(); reason != nil {
			result = response{Error: fmt.Sprintf("panic: %v", reason)}
		}
	}()

	var asked request

	if err := json.Unmarshal(line, &asked); err != nil {
		return response{Error: err.Error()}
	}

	operation, known := operations[asked.Operation]
	if !known {
		return response{Error: fmt.Sprintf("no such operation: %q", asked.Operation)}
	}

	result, err := operation(asked)
	if err != nil {
		return response{Error: err.Error()}
	}

	return result
}
