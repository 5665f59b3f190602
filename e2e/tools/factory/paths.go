package main

import (
	"github.com/siderolabs/image-factory/internal/profile"
	"github.com/siderolabs/talos/pkg/machinery/platforms"
)

// image is what the factory would build for a path.
type image struct {
	Kind       string `json:"kind"`
	Platform   string `json:"platform"`
	Arch       string `json:"architecture"`
	SecureBoot bool   `json:"secureBoot"`
	DiskFormat string `json:"diskFormat,omitempty"`
	Format     string `json:"format,omitempty"`
}

// readPath takes the last part of an image's URL apart.
func readPath(asked request) (response, error) {
	read, err := profile.ParseFromPath(asked.Path, asked.Version)
	if err != nil {
		return response{}, err
	}

	result := image{
		Kind:       read.Output.Kind.String(),
		Platform:   read.Platform,
		Arch:       read.Arch,
		SecureBoot: read.SecureBootEnabled(),
		Format:     read.Output.OutFormat.String(),
	}

	if read.Output.ImageOptions != nil {
		result.DiskFormat = read.Output.ImageOptions.DiskFormat.String()
	}

	return response{Image: &result}, nil
}

// listPlatforms is Talos's own list of platforms, metal first.
func listPlatforms(request) (response, error) {
	return response{Platforms: append([]platforms.Platform{platforms.MetalPlatform()}, platforms.CloudPlatforms()...)}, nil
}
