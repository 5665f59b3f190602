// Builds Flux Kustomizations as kustomize-controller does, with Flux's own packages: generates the kustomization over a
// folder, builds it with no file from outside and no remote base, fills in variables strictly.
//
// One JSON request per line of standard input, one JSON answer per line of standard output.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"github.com/fluxcd/pkg/kustomize"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"sigs.k8s.io/controller-runtime/pkg/client"
)

type request struct {
	// Root of the source, which no path may leave.
	Root string `json:"root"`
	// The Kustomization, with the variables of its substituteFrom in postBuild.substitute.
	Kustomization map[string]any `json:"kustomization"`
}

type answer struct {
	Objects []map[string]any `json:"objects"`
	Error   string           `json:"error,omitempty"`
}

func main() {
	in := bufio.NewReaderSize(os.Stdin, 1<<20)
	out := json.NewEncoder(os.Stdout)
	for {
		line, err := in.ReadBytes('\n')
		if err != nil {
			return
		}
		var asked request
		reply := answer{Objects: []map[string]any{}}
		if err := json.Unmarshal(line, &asked); err != nil {
			reply.Error = err.Error()
		} else if objects, err := build(asked); err != nil {
			reply.Error = err.Error()
		} else {
			reply.Objects = objects
		}
		if err := out.Encode(reply); err != nil {
			panic(err)
		}
	}
}

func build(asked request) (objects []map[string]any, err error) {
	kustomization := unstructured.Unstructured{Object: asked.Kustomization}
	path, _, err := unstructured.NestedString(asked.Kustomization, "spec", "path")
	if err != nil {
		return nil, err
	}
	folder := filepath.Join(asked.Root, path)
	if info, err := os.Stat(folder); err != nil || !info.IsDir() {
		return nil, fmt.Errorf("kustomization path not found: %s", path)
	}
	generator := kustomize.NewGenerator(asked.Root, kustomization)
	action, err := generator.WriteFile(folder, kustomize.WithSaveOriginalKustomization())
	defer func() { err = errors.Join(err, kustomize.CleanDirectory(folder, action)) }()
	if err != nil {
		return nil, err
	}
	resources, err := kustomize.SecureBuild(asked.Root, folder, false)
	if err != nil {
		return nil, err
	}
	objects = []map[string]any{}
	for _, resource := range resources.Resources() {
		var none client.Client
		filled, err := kustomize.SubstituteVariables(context.Background(), none, kustomization, resource,
			kustomize.SubstituteWithDryRun(true), kustomize.SubstituteWithStrict(true))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", resource.CurId(), err)
		}
		// nil where the object wants no variables
		if filled == nil {
			filled = resource
		}
		object, err := filled.Map()
		if err != nil {
			return nil, err
		}
		objects = append(objects, object)
	}
	return objects, nil
}
