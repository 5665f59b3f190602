// Command talos-patches proves machine configuration patches with Talos's own code. It reads cases as JSON from its
// standard input; for each it generates a configuration with throw-away secrets, applies the patches one after another
// and validates the result. It writes a line per case and ends with how many passed.
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/siderolabs/talos/pkg/machinery/config"
	"github.com/siderolabs/talos/pkg/machinery/config/configpatcher"
	"github.com/siderolabs/talos/pkg/machinery/config/generate"
	"github.com/siderolabs/talos/pkg/machinery/config/generate/secrets"
	"github.com/siderolabs/talos/pkg/machinery/config/machine"
	"github.com/siderolabs/talos/pkg/machinery/config/validation"
)

// testCase is one machine: what its configuration is generated from, and the texts of its patches in order.
type testCase struct {
	Name       string   `json:"name"`
	Cluster    string   `json:"cluster"`
	Endpoint   string   `json:"endpoint"`
	Talos      string   `json:"talos"`
	Kubernetes string   `json:"kubernetes"`
	Role       string   `json:"role"`
	Mode       mode     `json:"mode"`
	Patches    []string `json:"patches"`
}

// mode is where the machine runs, as talosctl validate knows it: metal or cloud.
type mode string

func (m mode) String() string        { return string(m) }
func (m mode) RequiresInstall() bool { return m == "metal" }
func (m mode) InContainer() bool     { return false }

func main() {
	var cases []testCase

	if err := json.NewDecoder(os.Stdin).Decode(&cases); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}

	failed := 0

	// one bundle for all: from contract 1.7 on a bundle is the same
	bundle, err := secrets.NewBundle(secrets.NewFixedClock(time.Now()), config.TalosVersionCurrent)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}

	for _, c := range cases {
		if err := c.run(bundle); err != nil {
			failed++

			fmt.Printf("FAIL %s: %s\n", c.Name, err)
		} else {
			fmt.Printf("ok   %s\n", c.Name)
		}
	}

	fmt.Printf("%d passed, %d failed\n", len(cases)-failed, failed)

	if failed > 0 {
		os.Exit(1)
	}
}

func (c testCase) run(bundle *secrets.Bundle) error {
	base, err := c.generate(bundle)
	if err != nil {
		return fmt.Errorf("generate: %w", err)
	}

	patches := make([]configpatcher.Patch, 0, len(c.Patches))

	for i, text := range c.Patches {
		patch, err := configpatcher.LoadPatch([]byte(text))
		if err != nil {
			return fmt.Errorf("patch %d: %w", i, err)
		}

		// a JSON6902 patch loads as well, but cannot be applied to several documents
		if _, ok := patch.(configpatcher.StrategicMergePatch); !ok {
			return fmt.Errorf("patch %d: not a strategic merge patch", i)
		}

		patches = append(patches, patch)
	}

	output, err := configpatcher.Apply(configpatcher.WithConfig(base), patches)
	if err != nil {
		return fmt.Errorf("apply: %w", err)
	}

	patched, err := output.Config()
	if err != nil {
		return err
	}

	warnings, err := patched.Validate(c.Mode, validation.WithLocal())
	if err != nil {
		return fmt.Errorf("validate: %w", err)
	}

	for _, warning := range warnings {
		fmt.Printf("     %s: %s\n", c.Name, warning)
	}

	return nil
}

func (c testCase) generate(bundle *secrets.Bundle) (config.Provider, error) {
	contract, err := config.ParseContractFromVersion(c.Talos)
	if err != nil {
		return nil, err
	}

	options := []generate.Option{generate.WithVersionContract(contract), generate.WithSecretsBundle(bundle)}

	input, err := generate.NewInput(c.Cluster, c.Endpoint, strings.TrimPrefix(c.Kubernetes, "v"), options...)
	if err != nil {
		return nil, err
	}

	role, err := machine.ParseType(c.Role)
	if err != nil {
		return nil, err
	}

	return input.Config(role)
}
