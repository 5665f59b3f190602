package cluster

import (
	"context"

	corev1 "k8s.io/api/core/v1"

	clusterv1 "sigs.k8s.io/cluster-api/api/core/v1beta2"
)

// Moves gives what a move of a namespace takes along: discovery as `clusterctl move` does it, nothing changed.
func Moves(ctx context.Context, proxy Proxy, namespace string) ([]corev1.ObjectReference, error) {
	graph := newObjectGraph(proxy, newInventoryClient(proxy, nil, clusterv1.GroupVersion.Version))
	if err := graph.getDiscoveryTypes(ctx); err != nil {
		return nil, err
	}
	if err := graph.Discovery(ctx, namespace); err != nil {
		return nil, err
	}
	moves := []corev1.ObjectReference{}
	for _, node := range graph.getMoveNodes() {
		moves = append(moves, node.identity)
	}
	return moves, nil
}
