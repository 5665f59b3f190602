package main

import (
	"context"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// A provider of a schema. What is not implemented here (import, moves, functions) is not asked for by the tests.
type server struct {
	tfprotov6.ProviderServer
	provider  *tfprotov6.Schema
	resources map[string]*tfprotov6.Schema
	data      map[string]*tfprotov6.Schema
	ephemeral map[string]*tfprotov6.Schema
	answers   map[string]map[string]any
	journal   journal
}

func newServer(from providerSchemas, answers map[string]map[string]any, path string) *server {
	return &server{
		provider:  from.Provider.protocol(),
		resources: protocols(from.Resources),
		data:      protocols(from.Data),
		ephemeral: protocols(from.Ephemeral),
		answers:   answers,
		journal:   journal{path: path},
	}
}

func protocols(from map[string]schemaVersion) map[string]*tfprotov6.Schema {
	out := map[string]*tfprotov6.Schema{}
	for name, schema := range from {
		out[name] = schema.protocol()
	}
	return out
}

func (s *server) GetMetadata(context.Context, *tfprotov6.GetMetadataRequest) (*tfprotov6.GetMetadataResponse, error) {
	return &tfprotov6.GetMetadataResponse{}, nil
}

func (s *server) GetProviderSchema(context.Context, *tfprotov6.GetProviderSchemaRequest) (*tfprotov6.GetProviderSchemaResponse, error) {
	return &tfprotov6.GetProviderSchemaResponse{
		Provider: s.provider, ResourceSchemas: s.resources, DataSourceSchemas: s.data, EphemeralResourceSchemas: s.ephemeral,
	}, nil
}

func (s *server) GetResourceIdentitySchemas(context.Context, *tfprotov6.GetResourceIdentitySchemasRequest) (*tfprotov6.GetResourceIdentitySchemasResponse, error) {
	return &tfprotov6.GetResourceIdentitySchemasResponse{}, nil
}

func (s *server) GetFunctions(context.Context, *tfprotov6.GetFunctionsRequest) (*tfprotov6.GetFunctionsResponse, error) {
	return &tfprotov6.GetFunctionsResponse{}, nil
}

func (s *server) ValidateProviderConfig(_ context.Context, request *tfprotov6.ValidateProviderConfigRequest) (*tfprotov6.ValidateProviderConfigResponse, error) {
	return &tfprotov6.ValidateProviderConfigResponse{PreparedConfig: request.Config}, nil
}

func (s *server) ConfigureProvider(context.Context, *tfprotov6.ConfigureProviderRequest) (*tfprotov6.ConfigureProviderResponse, error) {
	return &tfprotov6.ConfigureProviderResponse{}, nil
}

func (s *server) StopProvider(context.Context, *tfprotov6.StopProviderRequest) (*tfprotov6.StopProviderResponse, error) {
	return &tfprotov6.StopProviderResponse{}, nil
}

func (s *server) ValidateResourceConfig(context.Context, *tfprotov6.ValidateResourceConfigRequest) (*tfprotov6.ValidateResourceConfigResponse, error) {
	return &tfprotov6.ValidateResourceConfigResponse{}, nil
}

func (s *server) UpgradeResourceState(_ context.Context, request *tfprotov6.UpgradeResourceStateRequest) (*tfprotov6.UpgradeResourceStateResponse, error) {
	t := s.resources[request.TypeName].ValueType()
	value, err := request.RawState.Unmarshal(t)
	if err != nil {
		return nil, err
	}
	return &tfprotov6.UpgradeResourceStateResponse{UpgradedState: encode(t, value)}, nil
}

func (s *server) ReadResource(_ context.Context, request *tfprotov6.ReadResourceRequest) (*tfprotov6.ReadResourceResponse, error) {
	return &tfprotov6.ReadResourceResponse{NewState: request.CurrentState, Private: request.Private}, nil
}

func (s *server) PlanResourceChange(_ context.Context, request *tfprotov6.PlanResourceChangeRequest) (*tfprotov6.PlanResourceChangeResponse, error) {
	schema := s.resources[request.TypeName]
	t := schema.ValueType()
	proposed, prior := decode(t, request.ProposedNewState), decode(t, request.PriorState)
	if proposed.IsNull() {
		return &tfprotov6.PlanResourceChangeResponse{PlannedState: request.ProposedNewState}, nil
	}
	return &tfprotov6.PlanResourceChangeResponse{PlannedState: encode(t, plan(schema, proposed, prior.IsNull()))}, nil
}

func (s *server) ApplyResourceChange(_ context.Context, request *tfprotov6.ApplyResourceChangeRequest) (*tfprotov6.ApplyResourceChangeResponse, error) {
	schema := s.resources[request.TypeName]
	t := schema.ValueType()
	planned, prior := decode(t, request.PlannedState), decode(t, request.PriorState)
	if planned.IsNull() {
		return &tfprotov6.ApplyResourceChangeResponse{NewState: request.PlannedState}, s.journal.note("delete", request.TypeName, schema, prior)
	}
	verb := "create"
	if !prior.IsNull() {
		verb = "update"
	}
	// the configuration, not the plan: it alone holds what is write-only
	if err := s.journal.note(verb, request.TypeName, schema, decode(t, request.Config)); err != nil {
		return nil, err
	}
	return &tfprotov6.ApplyResourceChangeResponse{NewState: encode(t, answered(schema, planned, s.answers[request.TypeName]))}, nil
}

func (s *server) ValidateDataResourceConfig(context.Context, *tfprotov6.ValidateDataResourceConfigRequest) (*tfprotov6.ValidateDataResourceConfigResponse, error) {
	return &tfprotov6.ValidateDataResourceConfigResponse{}, nil
}

func (s *server) ReadDataSource(_ context.Context, request *tfprotov6.ReadDataSourceRequest) (*tfprotov6.ReadDataSourceResponse, error) {
	schema := s.data[request.TypeName]
	t := schema.ValueType()
	return &tfprotov6.ReadDataSourceResponse{State: encode(t, answered(schema, decode(t, request.Config), s.answers[request.TypeName]))}, nil
}

func (s *server) ValidateEphemeralResourceConfig(context.Context, *tfprotov6.ValidateEphemeralResourceConfigRequest) (*tfprotov6.ValidateEphemeralResourceConfigResponse, error) {
	return &tfprotov6.ValidateEphemeralResourceConfigResponse{}, nil
}

func (s *server) OpenEphemeralResource(_ context.Context, request *tfprotov6.OpenEphemeralResourceRequest) (*tfprotov6.OpenEphemeralResourceResponse, error) {
	schema := s.ephemeral[request.TypeName]
	t := schema.ValueType()
	config := decode(t, request.Config)
	if err := s.journal.note("open", request.TypeName, schema, config); err != nil {
		return nil, err
	}
	return &tfprotov6.OpenEphemeralResourceResponse{Result: encode(t, answered(schema, config, s.answers[request.TypeName]))}, nil
}

func (s *server) CloseEphemeralResource(context.Context, *tfprotov6.CloseEphemeralResourceRequest) (*tfprotov6.CloseEphemeralResourceResponse, error) {
	return &tfprotov6.CloseEphemeralResourceResponse{}, nil
}

func decode(t tftypes.Type, value *tfprotov6.DynamicValue) tftypes.Value {
	decoded, err := value.Unmarshal(t)
	if err != nil {
		panic(err)
	}
	return decoded
}

func encode(t tftypes.Type, value tftypes.Value) *tfprotov6.DynamicValue {
	encoded, err := tfprotov6.NewDynamicValue(t, value)
	if err != nil {
		panic(err)
	}
	return &encoded
}
