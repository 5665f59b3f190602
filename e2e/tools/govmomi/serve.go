package main

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"

	"github.com/vmware/govmomi"
	"github.com/vmware/govmomi/simulator"

	// tags, storage policies and content libraries, which the provider asks for beside the SOAP API
	_ "github.com/vmware/govmomi/pbm/simulator"
	_ "github.com/vmware/govmomi/vapi/simulator"
)

// address is where the simulated server answers, and who may log in.
type address struct {
	Server   string `json:"server"`
	User     string `json:"user"`
	Password string `json:"password"`
	URL      string `json:"url"`
}

// serve reads one line of inventory, prints one line with the address, and answers until the input ends: the simulator
// never outlives the test that started it.
func serve(ctx context.Context, in io.Reader, out io.Writer) error {
	lines := bufio.NewReader(in)
	line, err := lines.ReadBytes('\n')
	if err != nil {
		return fmt.Errorf("no inventory on standard input: %w", err)
	}
	var wanted inventory
	if err := json.Unmarshal(line, &wanted); err != nil {
		return fmt.Errorf("cannot read the inventory: %w", err)
	}

	// an empty vCenter server: all that it holds comes from the inventory
	model := simulator.VPX()
	model.Datacenter = 0
	if err := model.Create(); err != nil {
		return err
	}
	defer model.Remove()
	model.Service.Context.Map.AddHandler(serverDefaults{})
	model.Service.Context.Map.Handler = placeDisks
	model.Service.TLS = new(tls.Config)
	model.Service.RegisterEndpoints = true
	model.Service.ServeMux = http.NewServeMux()
	model.Service.Listen = &url.URL{Host: "127.0.0.1:0", User: credentials}
	server := model.Service.NewServer()
	defer server.Close()

	client, err := govmomi.NewClient(ctx, server.URL, true)
	if err != nil {
		return err
	}
	stores, err := os.MkdirTemp("", "plinth-datastores-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(stores)
	if err := seed(ctx, client, wanted, stores); err != nil {
		return err
	}

	password, _ := server.URL.User.Password()
	where := address{
		Server:   server.URL.Host,
		User:     server.URL.User.Username(),
		Password: password,
		URL:      server.URL.String(),
	}
	if err := json.NewEncoder(out).Encode(where); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, lines)
	return err
}
