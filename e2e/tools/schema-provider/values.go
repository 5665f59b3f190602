package main

import (
	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// Base64 of "played": stands for every computed text, which may be one that has to be decoded.
const played = "cGxheWVk"

// plan makes what is write-only null and, of something new, unknown what the provider is to compute.
func plan(s *tfprotov6.Schema, value tftypes.Value, isNew bool) tftypes.Value {
	return eachAttribute(s, value, func(a *tfprotov6.SchemaAttribute, v tftypes.Value) tftypes.Value {
		if a.WriteOnly {
			return tftypes.NewValue(a.ValueType(), nil)
		}
		if isNew && a.Computed && v.IsNull() {
			return tftypes.NewValue(a.ValueType(), tftypes.UnknownValue)
		}
		return v
	})
}

// answered gives every attribute that is computed, and has no value yet, one.
func answered(s *tfprotov6.Schema, value tftypes.Value, answers map[string]any) tftypes.Value {
	return eachAttribute(s, value, func(a *tfprotov6.SchemaAttribute, v tftypes.Value) tftypes.Value {
		if a.WriteOnly {
			return tftypes.NewValue(a.ValueType(), nil)
		}
		if !a.Computed || (v.IsKnown() && !v.IsNull()) {
			return v
		}
		switch answer := answers[a.Name].(type) {
		case string:
			return tftypes.NewValue(tftypes.String, answer)
		case map[string]any:
			members := map[string]tftypes.Value{}
			for name, text := range answer {
				members[name] = tftypes.NewValue(tftypes.String, text)
			}
			return tftypes.NewValue(tftypes.Map{ElementType: tftypes.String}, members)
		}
		return example(a)
	})
}

func example(a *tfprotov6.SchemaAttribute) tftypes.Value {
	t := a.ValueType()
	switch {
	case t.Is(tftypes.String):
		return tftypes.NewValue(t, played)
	case t.Is(tftypes.Number):
		return tftypes.NewValue(t, 200)
	case t.Is(tftypes.Bool):
		return tftypes.NewValue(t, false)
	case a.NestedType != nil && a.NestedType.Nesting == tfprotov6.SchemaObjectNestingModeSingle:
		members := map[string]tftypes.Value{}
		for _, member := range a.NestedType.Attributes {
			members[member.Name] = example(member)
		}
		return tftypes.NewValue(t, members)
	default:
		return tftypes.NewValue(t, nil)
	}
}

func eachAttribute(
	s *tfprotov6.Schema,
	value tftypes.Value,
	change func(*tfprotov6.SchemaAttribute, tftypes.Value) tftypes.Value,
) tftypes.Value {
	members := map[string]tftypes.Value{}
	if err := value.As(&members); err != nil {
		panic(err)
	}
	for _, a := range s.Block.Attributes {
		members[a.Name] = change(a, members[a.Name])
	}
	return tftypes.NewValue(value.Type(), members)
}
