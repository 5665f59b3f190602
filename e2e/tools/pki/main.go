// Command plinth-pki holds our secrets bundles and credentials against Talos's own machinery, Go's TLS and Kubernetes'
// client. It works on a folder with one subfolder per bundle. "generate" writes bundles that Talos makes; "check" reads the
// bundle, talosconfig and kubeconfig of every subfolder, writes a line per proof and ends with how many passed.
package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/siderolabs/talos/pkg/machinery/config"
	"github.com/siderolabs/talos/pkg/machinery/config/generate/secrets"
)

// theirs is the prefix of the folders whose bundle Talos made.
const theirs = "theirs-"

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return errors.New("usage: plinth-pki generate|check FOLDER")
	}

	switch args[0] {
	case "generate":
		return generate(args[1])
	case "check":
		return check(args[1])
	default:
		return fmt.Errorf("no such command, got %q; use generate or check", args[0])
	}
}

// proofs counts what held.
type proofs struct {
	passed, failed int
}

func (p *proofs) record(name string, err error) {
	if err == nil {
		p.passed++

		fmt.Printf("ok   %s\n", name)

		return
	}

	p.failed++

	fmt.Printf("FAIL %s: %s\n", name, strings.ReplaceAll(err.Error(), "\n", " "))
}

func check(root string) error {
	entries, err := os.ReadDir(root)
	if err != nil {
		return err
	}

	var all proofs

	for _, entry := range entries {
		checkFolder(&all, filepath.Join(root, entry.Name()))
	}

	fmt.Printf("%d passed, %d failed\n", all.passed, all.failed)

	if all.failed > 0 {
		return errors.New("not all proofs held")
	}

	return nil
}

func checkFolder(all *proofs, folder string) {
	name := filepath.Base(folder)
	record := func(proof string, err error) { all.record(name+": "+proof, err) }

	contract, bundle, err := load(folder)
	record("the bundle loads and is valid", err)

	if err != nil {
		return
	}

	if !strings.HasPrefix(name, theirs) {
		checkAuthorities(record, bundle, contract)
	}

	checkTalosconfig(record, bundle, filepath.Join(folder, "talosconfig"))
	checkKubeconfig(record, bundle, filepath.Join(folder, "kubeconfig"))
}

func load(folder string) (*config.VersionContract, *secrets.Bundle, error) {
	version, err := os.ReadFile(filepath.Join(folder, "contract"))
	if err != nil {
		return nil, nil, err
	}

	contract, err := config.ParseContractFromVersion(string(version))
	if err != nil {
		return nil, nil, err
	}

	bundle, err := secrets.LoadBundle(filepath.Join(folder, "bundle.yaml"))
	if err != nil {
		return nil, nil, err
	}

	return contract, bundle, bundle.Validate(contract)
}
