// Command talos-oracle answers questions about machine configuration with Talos's own code. It reads one request as JSON
// from each line of its standard input and writes one answer as JSON on each line of its standard output, in order.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
)

// request is one question; which fields it needs depends on the operation.
type request struct {
	Operation string          `json:"operation"`
	Contract  string          `json:"contract"`
	Role      string          `json:"role"`
	Mode      mode            `json:"mode"`
	Inputs    *inputs         `json:"inputs"`
	Secrets   json.RawMessage `json:"secrets"`
	Config    string          `json:"config"`
	Patches   []string        `json:"patches"`
	Kinds     []string        `json:"kinds"`
}

// response is one answer: an error as Talos words it, or what was asked for.
type response struct {
	Error    string   `json:"error,omitempty"`
	Config   string   `json:"config,omitempty"`
	Warnings []string `json:"warnings,omitempty"`
	Secrets  any      `json:"secrets,omitempty"`
	Rules    []string `json:"rules,omitempty"`
	// Loaded says whether the configuration could be read at all.
	Loaded bool        `json:"loaded,omitempty"`
	Shapes *shapeTable `json:"shapes,omitempty"`
}

var operations = map[string]func(request) (response, error){
	"bundle":    newBundle,
	"generate":  generateConfig,
	"patch":     patchConfig,
	"normalize": normalizeConfig,
	"validate":  validateConfig,
	"rules":     mergeRules,
	"shapes":    shapes,
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

// answer never fails: what Talos refuses, or panics on, is the answer.
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
