package main

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"os"
	"sync"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tftypes"
)

// A file with one JSON line for each thing that was applied or opened, in order; none without a path.
type journal struct {
	path string
	lock sync.Mutex
}

type entry struct {
	Verb   string            `json:"verb"`
	Type   string            `json:"type"`
	Values map[string]string `json:"values"`
}

// note writes down the texts of an object. Of what is secret it writes the SHA-256.
func (j *journal) note(verb, name string, schema *tfprotov6.Schema, value tftypes.Value) error {
	if j.path == "" {
		return nil
	}
	e := entry{Verb: verb, Type: name, Values: map[string]string{}}
	members := map[string]tftypes.Value{}
	if err := value.As(&members); err != nil {
		return err
	}
	for _, a := range schema.Block.Attributes {
		collect(e.Values, a.Name, a, members[a.Name])
	}
	for _, nested := range schema.Block.BlockTypes {
		collectBlocks(e.Values, nested, members[nested.TypeName])
	}
	line, err := json.Marshal(e)
	if err != nil {
		return err
	}
	j.lock.Lock()
	defer j.lock.Unlock()
	file, err := os.OpenFile(j.path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	defer file.Close()
	_, err = file.Write(append(line, '\n'))
	return err
}

// Of nested blocks, lists alone are of interest.
func collectBlocks(into map[string]string, nested *tfprotov6.SchemaNestedBlock, value tftypes.Value) {
	var items []tftypes.Value
	if nested.Nesting != tfprotov6.SchemaNestedBlockNestingModeList || value.As(&items) != nil {
		return
	}
	for index, item := range items {
		members := map[string]tftypes.Value{}
		if item.As(&members) != nil {
			return
		}
		for _, a := range nested.Block.Attributes {
			collect(into, fmt.Sprintf("%s.%d.%s", nested.TypeName, index, a.Name), a, members[a.Name])
		}
	}
}

func collect(into map[string]string, path string, a *tfprotov6.SchemaAttribute, value tftypes.Value) {
	if value.IsNull() || !value.IsKnown() {
		return
	}
	if a.NestedType != nil && a.NestedType.Nesting == tfprotov6.SchemaObjectNestingModeSingle {
		members := map[string]tftypes.Value{}
		if value.As(&members) != nil {
			return
		}
		for _, member := range a.NestedType.Attributes {
			collect(into, path+"."+member.Name, member, members[member.Name])
		}
		return
	}
	if a.ValueType().Is(tftypes.Map{ElementType: tftypes.String}) {
		members := map[string]tftypes.Value{}
		if value.As(&members) != nil {
			return
		}
		for name, member := range members {
			put(into, path+"."+name, a, member)
		}
		return
	}
	put(into, path, a, value)
}

func put(into map[string]string, path string, a *tfprotov6.SchemaAttribute, value tftypes.Value) {
	var text string
	if !value.Type().Is(tftypes.String) || value.As(&text) != nil {
		return
	}
	if a.Sensitive || a.WriteOnly {
		sum := sha256.Sum256([]byte(text))
		text = "sha256:" + hex.EncodeToString(sum[:])
	}
	into[path] = text
}
