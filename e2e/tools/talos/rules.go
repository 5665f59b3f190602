package main

import (
	"encoding"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"github.com/siderolabs/talos/pkg/machinery/config/configloader"
)

type merger interface{ Merge(other any) error }

var (
	mergerType = reflect.TypeFor[merger]()
	textType   = reflect.TypeFor[encoding.TextMarshaler]()
)

// mergeRules lists, by reflection over Talos's own types, where merging two documents of the kinds does something else
// than the form of the data suggests: one line of kind, path and rule each. The main document has an empty kind.
func mergeRules(asked request) (response, error) {
	var rules []string

	for _, kind := range asked.Kinds {
		text := "apiVersion: v1alpha1\nkind: " + kind + "\n"
		if kind == "" {
			text = "version: v1alpha1\nmachine: {}\n"
		}

		loaded, err := configloader.NewFromBytes([]byte(text))
		if err != nil {
			return response{}, fmt.Errorf("%s: %w", kind, err)
		}

		w := walker{kind: kind, seen: map[reflect.Type]bool{}}
		w.walk(reflect.TypeOf(loaded.Clone().Documents()[0]).Elem(), "", false, false)

		rules = append(rules, w.rules...)
	}

	slices.Sort(rules)

	return response{Rules: slices.Compact(rules)}, nil
}

type walker struct {
	kind  string
	rules []string
	seen  map[reflect.Type]bool
}

func (w *walker) add(path, rule string) {
	w.rules = append(w.rules, fmt.Sprintf("%s %s %s", w.kind, path, rule))
}

func (w *walker) walk(t reflect.Type, path string, pointer, replace bool) {
	if reflect.PointerTo(t).Implements(mergerType) && t.Kind() != reflect.Pointer {
		w.add(path, "merger:"+t.Name())

		if t.Kind() == reflect.Slice && t.Elem().Kind() != reflect.Uint8 {
			w.walk(t.Elem(), path+".[]", false, false)
		}

		return
	}

	switch t.Kind() {
	case reflect.Pointer:
		w.walk(t.Elem(), path, true, replace)
	case reflect.Struct:
		w.structure(t, path, replace)
	case reflect.Slice:
		if replace {
			w.add(path, "replace")
		} else if t.Elem().Kind() == reflect.Uint8 {
			w.add(path, "bytes")
		} else if t.Implements(textType) {
			w.add(path, "append-text:"+t.Name())
		}
	case reflect.Map:
		if replace {
			w.add(path, "replace")
		} else {
			w.walk(t.Elem(), path+".*", false, false)
		}
	case reflect.Bool:
		if !pointer {
			w.add(path, "plain-bool")
		}
	case reflect.Interface:
	default:
		w.scalar(t, path, pointer)
	}
}

func (w *walker) structure(t reflect.Type, path string, replace bool) {
	switch {
	case replace:
		w.add(path, "replace")
	case t.Name() == "Unstructured":
		w.add(path, "unstructured")
	case t.Name() == "URL" || t.Name() == "Endpoint":
		w.add(path, "url")
	case w.seen[t]:
		w.add(path, "recursive:"+t.Name())
	case t.NumField() > 0 && !anyTagged(t):
		w.add(path, "opaque:"+t.Name())
	default:
		w.seen[t] = true
		defer delete(w.seen, t)

		for i := range t.NumField() {
			field := t.Field(i)
			name, options, _ := strings.Cut(field.Tag.Get("yaml"), ",")

			below := strings.TrimPrefix(path+"."+name, ".")
			if strings.Contains(options, "inline") {
				below = path
			}

			w.walk(field.Type, below, false, slices.Contains(strings.Split(field.Tag.Get("merge"), ","), "replace"))
		}
	}
}

func anyTagged(t reflect.Type) bool {
	for i := range t.NumField() {
		if _, ok := t.Field(i).Tag.Lookup("yaml"); ok {
			return true
		}
	}

	return false
}

// scalar notes numbers and strings whose zero value wins, and those that are written as a word: their zero is a word too.
func (w *walker) scalar(t reflect.Type, path string, pointer bool) {
	if pointer {
		w.add(path, "pointer")

		return
	}

	if t.Kind() == reflect.String {
		return
	}

	if stringer, ok := reflect.New(t).Elem().Interface().(fmt.Stringer); ok {
		w.add(path, fmt.Sprintf("zero:%s", stringer.String()))
	}
}
