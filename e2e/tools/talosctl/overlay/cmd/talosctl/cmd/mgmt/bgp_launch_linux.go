// Package mgmt: stands in for Talos's file of this name, which calls a fork of ethtool that the module proxy does not
// serve. Nothing that the suite runs comes here.
package mgmt

import (
	"context"
	"errors"

	"github.com/osrg/gobgp/v4/pkg/server"
)

func fabricZebra(context.Context, *server.BgpServer, []string, string) error {
	return errors.New("this build of talosctl programs no routes; use a released one")
}
