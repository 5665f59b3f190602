package main

import (
	"encoding"
	"fmt"
	"path"
	"reflect"
	"strings"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/siderolabs/talos/pkg/machinery/config/configloader"
)

// shapes says what documents of the kinds hold, by reflection over Talos's own types: the structure of each kind, and
// the fields of each structure with their types. The main document has an empty kind.
func shapes(asked request) (response, error) {
	found := shapeTable{Kinds: map[string]string{}, Structures: map[string]map[string]string{}}

	for _, kind := range asked.Kinds {
		text := "apiVersion: v1alpha1\nkind: " + kind + "\n"
		if kind == "" {
			text = "version: v1alpha1\nmachine: {}\n"
		}

		loaded, err := configloader.NewFromBytes([]byte(text), configloader.WithNoValidation())
		if err != nil {
			return response{}, fmt.Errorf("%s: %w", kind, err)
		}

		found.Kinds[kind] = found.reference(reflect.TypeOf(loaded.Clone().Documents()[0]).Elem())
	}

	return response{Shapes: &found}, nil
}

type shapeTable struct {
	Kinds      map[string]string            `json:"kinds"`
	Structures map[string]map[string]string `json:"structures"`
}

var (
	nodeDecoder = reflect.TypeFor[yaml.Unmarshaler]()
	funcDecoder = reflect.TypeFor[interface {
		UnmarshalYAML(func(any) error) error
	}]()
	textDecoder = reflect.TypeFor[encoding.TextUnmarshaler]()
)

// reference names a type: a plain one by Go's name, one that decodes itself or is a structure by package and name, a list by [],
// a map by {}, a pointer by *.
func (s *shapeTable) reference(t reflect.Type) string {
	name := path.Base(t.PkgPath()) + "." + t.Name()
	pointer := reflect.PointerTo(t)

	switch {
	case t == reflect.TypeFor[time.Duration]():
		return name
	case pointer.Implements(nodeDecoder), pointer.Implements(funcDecoder):
		return name
	case pointer.Implements(textDecoder) && t.Kind() != reflect.Pointer:
		return name
	}

	switch t.Kind() {
	case reflect.Pointer:
		return "*" + s.reference(t.Elem())
	case reflect.Slice:
		return "[]" + s.reference(t.Elem())
	case reflect.Map:
		return "{}" + s.reference(t.Elem())
	case reflect.Interface:
		return "any"
	case reflect.Struct:
		if _, known := s.Structures[name]; !known {
			s.Structures[name] = map[string]string{}
			s.fields(t, s.Structures[name])
		}

		return name
	default:
		return t.Kind().String()
	}
}

func (s *shapeTable) fields(t reflect.Type, into map[string]string) {
	for i := range t.NumField() {
		field := t.Field(i)

		tag, tagged := field.Tag.Lookup("yaml")
		if !tagged && !field.IsExported() {
			continue
		}

		name, options, _ := strings.Cut(tag, ",")

		switch {
		case name == "-":
		case strings.Contains(options, "inline") && field.Type.Kind() == reflect.Map:
			into["*"] = s.reference(field.Type.Elem())
		case strings.Contains(options, "inline"):
			s.fields(field.Type, into)
		case name == "":
			into[strings.ToLower(field.Name)] = s.reference(field.Type)
		default:
			into[name] = s.reference(field.Type)
		}
	}
}
