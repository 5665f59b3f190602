// Tells what clusterctl would move of the objects of some clusters.
// stdin: a JSON list of source clusters; stdout: for each, the objects that move, as kind, namespace and name.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	"sigs.k8s.io/cluster-api/cmd/clusterctl/client/cluster"
)

// source is a cluster from which a namespace moves.
type source struct {
	Namespace         string
	ProviderNamespace string
	// Labels of definitions, by kind and group, e.g. `HelmChartProxy.addons.cluster.x-k8s.io`.
	DefinitionLabels map[string]map[string]string
	Objects          []map[string]any
}

type moved struct {
	Kind      string `json:"kind"`
	Namespace string `json:"namespace"`
	Name      string `json:"name"`
}

func main() {
	if err := answer(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func answer() error {
	var sources []source
	if err := json.NewDecoder(os.Stdin).Decode(&sources); err != nil {
		return err
	}
	answers := [][]moved{}
	for _, each := range sources {
		moves, err := each.moves()
		if err != nil {
			return err
		}
		answers = append(answers, moves)
	}
	return json.NewEncoder(os.Stdout).Encode(answers)
}

func (s source) moves() ([]moved, error) {
	objects := []*unstructured.Unstructured{}
	for _, content := range s.Objects {
		objects = append(objects, stored(content))
	}
	references, err := cluster.Moves(context.Background(), serve(s, objects), s.Namespace)
	if err != nil {
		return nil, err
	}
	moves := []moved{}
	for _, reference := range references {
		moves = append(moves, moved{reference.Kind, reference.Namespace, reference.Name})
	}
	return moves, nil
}
