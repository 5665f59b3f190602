// Command govmomi plays a vCenter server for the machine tests, and reads back what Terraform made there.
//
//	govmomi serve            simulates a vCenter server that holds the inventory given on standard input, until the input ends
//	govmomi read URL DC      prints what a datacenter holds as JSON
//
// The simulator is govmomi's own, with the endpoints that its vcsim program registers: that program is a Go module of its
// own since v0.52, and the module proxy does not serve it.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
)

func main() {
	if err := run(context.Background(), os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(ctx context.Context, args []string) error {
	switch {
	case len(args) == 1 && args[0] == "serve":
		return serve(ctx, os.Stdin, os.Stdout)
	case len(args) == 3 && args[0] == "read":
		found, err := read(ctx, args[1], args[2])
		if err != nil {
			return err
		}
		return json.NewEncoder(os.Stdout).Encode(found)
	default:
		return fmt.Errorf("unknown arguments, got %q; use serve, or read URL DATACENTER", args)
	}
}
