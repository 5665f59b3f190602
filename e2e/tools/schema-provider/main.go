// Command schema-provider plays a Terraform provider that cannot be built here, from its schema: it takes what the
// schema takes, plans what Terraform proposes, and writes down what it is asked to apply. It reaches nothing.
package main

import (
	"encoding/json"
	"errors"
	"io/fs"
	"log"
	"os"

	"github.com/hashicorp/terraform-plugin-go/tfprotov6"
	"github.com/hashicorp/terraform-plugin-go/tfprotov6/tf6server"
)

// Beside the binary, under its own name: the schema, and what its data sources and computed attributes answer.
func main() {
	self, err := os.Executable()
	if err != nil {
		log.Fatal(err)
	}
	var document schemaDocument
	read(self+".schema.json", &document)
	answers := map[string]map[string]any{}
	if err := tryRead(self+".answers.json", &answers); err != nil && !errors.Is(err, fs.ErrNotExist) {
		log.Fatal(err)
	}
	if len(document.Schemas) != 1 {
		log.Fatalf("one provider to play, got %d; give each its own schema", len(document.Schemas))
	}
	for address, schemas := range document.Schemas {
		played := newServer(schemas, answers, os.Getenv("PLAYED_JOURNAL"))
		if err := tf6server.Serve(address, func() tfprotov6.ProviderServer { return played }); err != nil {
			log.Fatal(err)
		}
	}
}

func tryRead(path string, into any) error {
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return json.Unmarshal(text, into)
}

func read(path string, into any) {
	if err := tryRead(path, into); err != nil {
		log.Fatal(err)
	}
}
