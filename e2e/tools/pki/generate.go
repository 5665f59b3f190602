package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/siderolabs/crypto/x509"
	"github.com/siderolabs/talos/pkg/machinery/config"
	"github.com/siderolabs/talos/pkg/machinery/config/generate/secrets"
	"go.yaml.in/yaml/v4"
)

// variant is a bundle that a cluster may have, and what differs from a new one.
type variant struct {
	name, contract string
	change         func(*secrets.Bundle) error
}

func variants() []variant {
	var all []variant

	for _, contract := range []string{"1.10", "1.11", "1.12", "1.13", "1.14"} {
		all = append(all, variant{contract, contract, func(*secrets.Bundle) error { return nil }})
	}

	return append(all,
		variant{"aescbc", "1.2", func(*secrets.Bundle) error { return nil }},
		variant{"url-alphabet", "1.13", func(b *secrets.Bundle) error {
			b.Cluster.ID = "_-" + strings.NewReplacer("+", "-", "/", "_").Replace(b.Cluster.ID[2:])

			return nil
		}},
		variant{"dashes", "1.13", func(b *secrets.Bundle) error {
			b.Cluster.ID = "---" + b.Cluster.ID[3:]

			return nil
		}},
		variant{"number-like-tokens", "1.13", func(b *secrets.Bundle) error {
			b.Secrets.BootstrapToken = "123456.1234567890123456"
			b.TrustdInfo.Token = "000000.0000000e00000000"

			return nil
		}},
		variant{"rsa-authorities", "1.13", func(b *secrets.Bundle) error {
			for _, target := range []*x509.PEMEncodedCertificateAndKey{b.Certs.K8s, b.Certs.OS} {
				ca, err := x509.NewSelfSignedCertificateAuthority(x509.RSA(true), x509.Bits(2048), x509.Organization("legacy"))
				if err != nil {
					return err
				}

				*target = x509.PEMEncodedCertificateAndKey{Crt: ca.CrtPEM, Key: ca.KeyPEM}
			}

			return nil
		}},
	)
}

// generate writes a folder per variant, with the bundle in both of its forms.
func generate(root string) error {
	for _, v := range variants() {
		contract, err := config.ParseContractFromVersion(v.contract)
		if err != nil {
			return err
		}

		bundle, err := secrets.NewBundle(secrets.NewClock(), contract)
		if err != nil {
			return err
		}

		if err = v.change(bundle); err != nil {
			return err
		}

		if err = write(filepath.Join(root, theirs+v.name), v.contract, bundle); err != nil {
			return err
		}
	}

	return nil
}

func write(folder, contract string, bundle *secrets.Bundle) error {
	asYAML, err := yaml.Marshal(bundle)
	if err != nil {
		return err
	}

	asJSON, err := json.Marshal(bundle)
	if err != nil {
		return err
	}

	if err = os.MkdirAll(folder, 0o700); err != nil {
		return err
	}

	for name, content := range map[string][]byte{"bundle.yaml": asYAML, "bundle.json": asJSON, "contract": []byte(contract)} {
		if err = os.WriteFile(filepath.Join(folder, name), content, 0o600); err != nil {
			return err
		}
	}

	return nil
}
