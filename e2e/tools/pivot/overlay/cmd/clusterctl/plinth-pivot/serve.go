package main

import (
	"context"

	apiextensionsv1 "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"sigs.k8s.io/controller-runtime/pkg/client"

	addonsv1 "sigs.k8s.io/cluster-api/api/addons/v1beta2"
	clusterv1 "sigs.k8s.io/cluster-api/api/core/v1beta2"
	clusterctlv1 "sigs.k8s.io/cluster-api/cmd/clusterctl/api/v1alpha3"
	"sigs.k8s.io/cluster-api/cmd/clusterctl/internal/test"
)

// stored is an object as the API server holds it: Cluster API's own ones in the version that they are stored in.
func stored(content map[string]any) *unstructured.Unstructured {
	object := &unstructured.Unstructured{Object: content}
	for _, stored := range []schema.GroupVersion{clusterv1.GroupVersion, addonsv1.GroupVersion} {
		if object.GroupVersionKind().Group == stored.Group {
			object.SetAPIVersion(stored.String())
		}
	}
	return object
}

// api is the fake API server, but with kinds that stand in no namespace: the fake one finds none of them in a namespace.
type api struct {
	*test.FakeProxy
	global map[schema.GroupKind]bool
}

type apiClient struct {
	client.Client
	global map[schema.GroupKind]bool
}

func (a api) NewClient(ctx context.Context) (client.Client, error) {
	fake, err := a.FakeProxy.NewClient(ctx)
	return apiClient{fake, a.global}, err
}

func (c apiClient) List(ctx context.Context, list client.ObjectList, options ...client.ListOption) error {
	if c.global[list.GetObjectKind().GroupVersionKind().GroupKind()] {
		options = nil
	}
	return c.Client.List(ctx, list, options...)
}

// serve makes an API server of objects, with the definitions that their kinds ask for.
func serve(s source, objects []*unstructured.Unstructured) api {
	served := api{test.NewFakeProxy(), map[schema.GroupKind]bool{}}
	served.WithProviderInventory("provider", clusterctlv1.InfrastructureProviderType, "v1.0.0", s.ProviderNamespace)
	defined := map[schema.GroupKind]bool{}
	for _, object := range objects {
		served.WithObjs(object)
		kind := object.GroupVersionKind()
		if kind.Group == "" || defined[kind.GroupKind()] {
			continue
		}
		defined[kind.GroupKind()] = true
		definition := test.FakeNamespacedCustomResourceDefinition(kind.Group, kind.Kind, kind.Version)
		if object.GetNamespace() == "" {
			definition.Spec.Scope = apiextensionsv1.ClusterScoped
			served.global[kind.GroupKind()] = true
		}
		for label, value := range s.DefinitionLabels[kind.GroupKind().String()] {
			definition.Labels[label] = value
		}
		served.WithObjs(definition)
	}
	return served
}
