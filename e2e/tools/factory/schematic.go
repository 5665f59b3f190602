package main

import (
	"bytes"
	"encoding/json"
	"strconv"

	"github.com/siderolabs/image-factory/pkg/schematic"
	"github.com/siderolabs/talos/pkg/machinery/imager/imageropts"
)

// written is a schematic as the library passes it: JSON in the factory's own words.
type written struct {
	Owner   string `json:"owner"`
	Overlay *struct {
		Image   string         `json:"image"`
		Name    string         `json:"name"`
		Options map[string]any `json:"options"`
	} `json:"overlay"`
	Customization struct {
		EmbeddedMachineConfiguration string                `json:"embeddedMachineConfiguration"`
		ExtraKernelArgs              []string              `json:"extraKernelArgs"`
		Meta                         []schematic.MetaValue `json:"meta"`
		SystemExtensions             struct {
			OfficialExtensions []string `json:"officialExtensions"`
		} `json:"systemExtensions"`
		Bootloader imageropts.BootloaderKind `json:"bootloader"`
		SecureBoot struct {
			EnrollKeys                   string `json:"enrollKeys"`
			IncludeWellKnownCertificates bool   `json:"includeWellKnownCertificates"`
		} `json:"secureboot"`
		DiskImage struct {
			SectorSize uint `json:"sectorSize"`
		} `json:"diskImage"`
	} `json:"customization"`
}

// marshalSchematic makes the factory's structure of a schematic, and its text and id. No YAML is read on the way.
func marshalSchematic(asked request) (response, error) {
	var from written

	decoder := json.NewDecoder(bytes.NewReader(asked.Schematic))
	decoder.UseNumber()
	decoder.DisallowUnknownFields()

	if err := decoder.Decode(&from); err != nil {
		return response{}, err
	}

	var to schematic.Schematic

	to.Owner = from.Owner

	if from.Overlay != nil {
		to.Overlay.Image = from.Overlay.Image
		to.Overlay.Name = from.Overlay.Name

		if from.Overlay.Options != nil {
			to.Overlay.Options = numbers(from.Overlay.Options).(map[string]any) //nolint:forcetypeassert
		}
	}

	to.Customization.EmbeddedMachineConfiguration = from.Customization.EmbeddedMachineConfiguration
	to.Customization.ExtraKernelArgs = from.Customization.ExtraKernelArgs
	to.Customization.Meta = from.Customization.Meta
	to.Customization.SystemExtensions.OfficialExtensions = from.Customization.SystemExtensions.OfficialExtensions
	to.Customization.Bootloader = from.Customization.Bootloader
	to.Customization.SecureBoot.EnrollKeys = from.Customization.SecureBoot.EnrollKeys
	to.Customization.SecureBoot.IncludeWellKnownCertificates = from.Customization.SecureBoot.IncludeWellKnownCertificates
	to.Customization.DiskImage.SectorSize = from.Customization.DiskImage.SectorSize

	return named(&to)
}

// postSchematic does what the factory does with the body of a POST.
func postSchematic(asked request) (response, error) {
	read, err := schematic.Unmarshal([]byte(asked.Text))
	if err != nil {
		return response{}, err
	}

	return named(read)
}

func named(of *schematic.Schematic) (response, error) {
	id, err := of.ID()
	if err != nil {
		return response{}, err
	}

	text, err := of.Marshal()
	if err != nil {
		return response{}, err
	}

	return response{ID: id, Text: string(text)}, nil
}

// numbers gives each number the type that YAML would read it as.
func numbers(value any) any {
	switch of := value.(type) {
	case map[string]any:
		for key, member := range of {
			of[key] = numbers(member)
		}
	case []any:
		for i, item := range of {
			of[i] = numbers(item)
		}
	case json.Number:
		if signed, err := strconv.ParseInt(of.String(), 10, 64); err == nil {
			return signed
		}

		if unsigned, err := strconv.ParseUint(of.String(), 10, 64); err == nil {
			return unsigned
		}

		float, err := of.Float64()
		if err != nil {
			panic(err)
		}

		return float
	}

	return value
}
