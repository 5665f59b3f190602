package main

import (
	"encoding/json"
	"sort"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// What `terraform providers schema -json` prints, as far as it is needed to play a provider.
type schemaDocument struct {
	Schemas map[string]providerSchemas `json:"provider_schemas"`
}

type providerSchemas struct {
	Provider  schemaVersion            `json:"provider"`
	Resources map[string]schemaVersion `json:"resource_schemas"`
	Data      map[string]schemaVersion `json:"data_source_schemas"`
	Ephemeral map[string]schemaVersion `json:"ephemeral_resource_schemas"`
}

type schemaVersion struct {
	Version int64 `json:"version"`
	Block   block `json:"block"`
}

type block struct {
	Attributes map[string]attribute   `json:"attributes"`
	Blocks     map[string]nestedBlock `json:"block_types"`
}

type nestedBlock struct {
	Mode  string `json:"nesting_mode"`
	Min   int64  `json:"min_items"`
	Max   int64  `json:"max_items"`
	Block block  `json:"block"`
}

type attribute struct {
	Type      json.RawMessage `json:"type"`
	Nested    *nestedType     `json:"nested_type"`
	Required  bool            `json:"required"`
	Optional  bool            `json:"optional"`
	Computed  bool            `json:"computed"`
	Sensitive bool            `json:"sensitive"`
	WriteOnly bool            `json:"write_only"`
}

type nestedType struct {
	Attributes map[string]attribute `json:"attributes"`
	Mode       string               `json:"nesting_mode"`
}

func (s schemaVersion) protocol() *tfprotov6.Schema {
	return &tfprotov6.Schema{Version: s.Version, Block: s.Block.protocol()}
}

func (b block) protocol() *tfprotov6.SchemaBlock {
	out := &tfprotov6.SchemaBlock{Attributes: attributes(b.Attributes)}
	modes := map[string]tfprotov6.SchemaNestedBlockNestingMode{
		"single": tfprotov6.SchemaNestedBlockNestingModeSingle,
		"list":   tfprotov6.SchemaNestedBlockNestingModeList,
		"set":    tfprotov6.SchemaNestedBlockNestingModeSet,
		"map":    tfprotov6.SchemaNestedBlockNestingModeMap,
		"group":  tfprotov6.SchemaNestedBlockNestingModeGroup,
	}
	for _, name := range sorted(b.Blocks) {
		nested := b.Blocks[name]
		out.BlockTypes = append(out.BlockTypes, &tfprotov6.SchemaNestedBlock{
			TypeName: name, Nesting: modes[nested.Mode], MinItems: nested.Min, MaxItems: nested.Max, Block: nested.Block.protocol(),
		})
	}
	return out
}

func attributes(from map[string]attribute) []*tfprotov6.SchemaAttribute {
	modes := map[string]tfprotov6.SchemaObjectNestingMode{
		"single": tfprotov6.SchemaObjectNestingModeSingle,
		"list":   tfprotov6.SchemaObjectNestingModeList,
		"set":    tfprotov6.SchemaObjectNestingModeSet,
		"map":    tfprotov6.SchemaObjectNestingModeMap,
	}
	var out []*tfprotov6.SchemaAttribute
	for _, name := range sorted(from) {
		a := from[name]
		converted := &tfprotov6.SchemaAttribute{
			Name: name, Required: a.Required, Optional: a.Optional, Computed: a.Computed,
			Sensitive: a.Sensitive, WriteOnly: a.WriteOnly,
		}
		if a.Nested != nil {
			converted.NestedType = &tfprotov6.SchemaObject{Attributes: attributes(a.Nested.Attributes), Nesting: modes[a.Nested.Mode]}
		} else {
			converted.Type = parseType(a.Type)
		}
		out = append(out, converted)
	}
	return out
}

func parseType(text json.RawMessage) tftypes.Type {
	// the only reader of the JSON form of types that the library has; providers are not to call it, judges may
	parsed, err := tftypes.ParseJSONType(text) //nolint:staticcheck
	if err != nil {
		panic(err)
	}
	return parsed
}

func sorted[V any](from map[string]V) []string {
	names := make([]string, 0, len(from))
	for name := range from {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}
