package main

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"github.com/siderolabs/talos/pkg/machinery/config/configloader"
)

type merger interface{ Merge(other any) error }

var mergerType = reflect.TypeFor[merger]()

// mergeRules lists, by reflection over Talos's own types, where merging two documents of the kinds does something else
// than the form of the data suggests: one line of kind, path and rule each. The main document has an empty kind.
func mergeRules(asked request) (response, error) {
	var rules []string

	for _, kind := range asked.Kinds {
		text := "apiVersion: v1alpha1\nkind: " + kind + "\n"
		if kind == "" {
			text = "version: v1alpha1\nmachine: {}\n"
		}

		loaded, err := configloader.NewFromBytes([]byte(text), configloader.WithNoValidation())
		if err != nil {
			return response{}, fmt.Errorf("%s: %w", kind, err)
		}

		w := walker{kind: kind}
		w.walk(reflect.TypeOf(loaded.Clone().Documents()[0]).Elem(), "", "", false, false)

		rules = append(rules, w.rules...)
	}

	slices.Sort(rules)

	return response{Rules: slices.Compact(rules)}, nil
}

// mergers names the rules of the types that merge themselves.
var mergers = map[string]string{
	"AdmissionPluginConfigList": "by name",
	"Args":                      "arguments",
	"ByteSize":                  "overwrite",
	"ConfigFileList":            "by mountPath",
	"Expression":                "overwrite",
	"ImageVerificationRules":    "replace by image",
	"NetworkDeviceList":         "by device",
	"VlanList":                  "by vlanId",
}

// opaque names the rules of the types whose fields are not those of their text.
var opaque = map[string]string{
	"InstallDiskSizeMatcher":      "once",
	"PEMEncodedCertificateAndKey": "certificate",
	"PEMEncodedKey":               "certificate",
	"Endpoint":                    "url",
	"Size":                        "size",
	"URL":                         "url",
	"Unstructured":                "free",
}

// walker collects the rules of one kind; within is the path of the innermost pointer, which a patch may leave out.
type walker struct {
	kind  string
	rules []string
}

func (w *walker) add(path, rule string) {
	w.rules = append(w.rules, fmt.Sprintf("%s|%s|%s", w.kind, path, rule))
}

func (w *walker) walk(t reflect.Type, path, within string, pointer, replace bool) {
	if reflect.PointerTo(t).Implements(mergerType) && t.Kind() != reflect.Pointer {
		w.merger(t, path, within)

		return
	}

	switch t.Kind() {
	case reflect.Pointer:
		w.walk(t.Elem(), path, path, true, replace)
	case reflect.Struct:
		w.structure(t, path, within, replace)
	case reflect.Slice:
		if replace {
			w.add(path, "replace")
		}
	case reflect.Map:
		w.add(path, "map")

		if t.Elem().Kind() != reflect.Bool {
			w.walk(t.Elem(), path+".*", path+".*", false, false)
		}
	case reflect.Bool:
		if !pointer {
			w.add(path, "overwrite within "+within)
		}
	case reflect.Interface:
	default:
		w.scalar(t, path, pointer)
	}
}

func (w *walker) merger(t reflect.Type, path, within string) {
	switch rule := mergers[t.Name()]; {
	case rule == "overwrite":
		w.add(path, "overwrite within "+within)
	case rule != "":
		w.add(path, rule)
	case t.Name() != "Addr" && t.Name() != "AddrPort" && t.Name() != "Prefix":
		w.add(path, "unknown merger "+t.Name())
	}

	if t.Kind() == reflect.Slice && strings.HasPrefix(mergers[t.Name()], "by ") {
		w.walk(t.Elem(), path+".[]", path+".[]", false, false)
	}
}

func (w *walker) structure(t reflect.Type, path, within string, replace bool) {
	if rule := opaque[t.Name()]; rule != "" || replace {
		if replace {
			rule = "replace"
		}

		w.add(path, rule)

		return
	}

	for i := range t.NumField() {
		field := t.Field(i)

		tag, tagged := field.Tag.Lookup("yaml")
		if !tagged {
			w.add(path, "unknown structure "+t.Name())

			return
		}

		name, options, _ := strings.Cut(tag, ",")

		below := strings.TrimPrefix(path+"."+name, ".")
		if strings.Contains(options, "inline") {
			below = path
		}

		w.walk(field.Type, below, within, false, slices.Contains(strings.Split(field.Tag.Get("merge"), ","), "replace"))
	}
}

// scalar notes numbers and strings whose zero value wins, and those that are written as a word: their zero is a word too.
func (w *walker) scalar(t reflect.Type, path string, pointer bool) {
	if pointer {
		w.add(path, "zero wins")

		return
	}

	if t == reflect.TypeFor[time.Duration]() {
		w.add(path, "duration")

		return
	}

	if stringer, ok := reflect.New(t).Elem().Interface().(fmt.Stringer); ok && t.Kind() != reflect.String {
		w.add(path, "zero is "+stringer.String())
	}
}
