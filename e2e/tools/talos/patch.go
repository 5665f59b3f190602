package main

import (
	"fmt"

	"github.com/siderolabs/talos/pkg/machinery/config/configloader"
	"github.com/siderolabs/talos/pkg/machinery/config/configpatcher"
	"github.com/siderolabs/talos/pkg/machinery/config/validation"
)

// mode is where the machine runs, as talosctl validate knows it: metal or cloud.
type mode string

func (m mode) String() string        { return string(m) }
func (m mode) RequiresInstall() bool { return m == "metal" }
func (m mode) InContainer() bool     { return false }

func patchConfig(asked request) (response, error) {
	patches := make([]configpatcher.Patch, 0, len(asked.Patches))

	for i, text := range asked.Patches {
		patch, err := configpatcher.LoadPatch([]byte(text))
		if err != nil {
			return response{}, fmt.Errorf("patch %d: %w", i, err)
		}

		// a JSON6902 patch loads as well, but cannot be applied to several documents
		if _, ok := patch.(configpatcher.StrategicMergePatch); !ok {
			return response{}, fmt.Errorf("patch %d: not a strategic merge patch", i)
		}

		patches = append(patches, patch)
	}

	base, err := configloader.NewFromBytes([]byte(asked.Config))
	if err != nil {
		return response{}, fmt.Errorf("base: %w", err)
	}

	output, err := configpatcher.Apply(configpatcher.WithConfig(base), patches)
	if err != nil {
		return response{}, fmt.Errorf("apply: %w", err)
	}

	patched, err := output.Config()
	if err != nil {
		return response{}, err
	}

	return encoded(patched)
}

// normalizeConfig writes a configuration as Talos itself would, so that two of them can be compared.
func normalizeConfig(asked request) (response, error) {
	loaded, err := configloader.NewFromBytes([]byte(asked.Config))
	if err != nil {
		return response{}, err
	}

	return encoded(loaded.Clone())
}

func validateConfig(asked request) (response, error) {
	loaded, err := configloader.NewFromBytes([]byte(asked.Config))
	if err != nil {
		return response{}, err
	}

	warnings, err := loaded.ValidateAsClient(asked.Mode, validation.WithLocal())

	result := response{Warnings: warnings, Loaded: true}
	if err != nil {
		result.Error = err.Error()
	}

	return result, nil
}
