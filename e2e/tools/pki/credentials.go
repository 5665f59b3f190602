package main

import (
	"bytes"
	"crypto/tls"
	stdx509 "crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"os"
	"slices"

	"github.com/siderolabs/crypto/x509"
	clientconfig "github.com/siderolabs/talos/pkg/machinery/client/config"
	"github.com/siderolabs/talos/pkg/machinery/config/generate/secrets"
	"github.com/siderolabs/talos/pkg/machinery/role"
	"k8s.io/client-go/rest"
	"k8s.io/client-go/tools/clientcmd"
)

// checkTalosconfig reads the file with Talos's own client and uses its credentials.
func checkTalosconfig(record recorder, bundle *secrets.Bundle, path string) {
	content, err := os.ReadFile(path)
	if err != nil {
		record("the talosconfig is there", err)

		return
	}

	loaded, err := clientconfig.FromBytes(content)
	record("the talosconfig loads", err)

	if err != nil {
		return
	}

	record("the talosconfig is written as talosctl writes it", func() error {
		again, marshalErr := loaded.Bytes()
		if marshalErr != nil || bytes.Equal(again, content) {
			return marshalErr
		}

		return errors.New("talosctl would write other bytes")
	}())

	ctx := loaded.Contexts[loaded.Context]
	if ctx == nil {
		record("the talosconfig has its context", errors.New("no such context"))

		return
	}

	client, err := decodePair(ctx.Crt, ctx.Key)
	if err != nil {
		record("the talosconfig has a client certificate", err)

		return
	}

	leaf, err := client.GetCert()
	if err != nil {
		record("the client certificate parses", err)

		return
	}

	roles, unknown := role.Parse(leaf.Subject.Organization)
	record("all roles are known to Talos", func() error {
		if len(unknown) > 0 || roles.Empty() {
			return fmt.Errorf("unknown roles %v", unknown)
		}

		return nil
	}())

	upstream, err := bundle.GenerateTalosAPIClientCertificate(roles)
	if err != nil {
		record("Talos makes a client certificate", err)

		return
	}

	record("the client certificate is as Talos makes it", sameShape(client, upstream))
	record("the client certificate is encoded as Go encodes it",
		leafEncoding(client, bundle.Certs.OS, stdx509.KeyUsageDigitalSignature))
	checkConnections(record, "talos", bundle.Certs.OS, client, leaf.Subject.Organization)
}

// checkKubeconfig reads the file with Kubernetes' own client and uses its credentials.
func checkKubeconfig(record recorder, bundle *secrets.Bundle, path string) {
	loaded, err := clientcmd.LoadFromFile(path)
	if err == nil {
		err = clientcmd.Validate(*loaded)
	}

	record("the kubeconfig loads and is valid", err)

	if err != nil {
		return
	}

	restConfig, err := clientcmd.NewDefaultClientConfig(*loaded, nil).ClientConfig()
	if err != nil {
		record("the kubeconfig makes a client", err)

		return
	}

	record("the kubeconfig has talosctl's names", func() error {
		if restConfig.Host != "https://kubernetes.example.com:6443" || loaded.CurrentContext != "admin@demo" {
			return fmt.Errorf("host %q, context %q", restConfig.Host, loaded.CurrentContext)
		}

		return nil
	}())

	_, err = rest.TLSConfigFor(restConfig)
	record("the kubeconfig's credentials make a TLS configuration", err)

	client := &x509.PEMEncodedCertificateAndKey{Crt: restConfig.CertData, Key: restConfig.KeyData}

	leaf, err := client.GetCert()
	if err != nil {
		record("the kubeconfig's certificate parses", err)

		return
	}

	record("the kubeconfig's user is the administrator", func() error {
		if leaf.Subject.CommonName != "admin" || !slices.Equal(leaf.Subject.Organization, []string{"system:masters"}) {
			return fmt.Errorf("subject %s", leaf.Subject)
		}

		return nil
	}())
	record("the kubeconfig's certificate is encoded as Go encodes it",
		leafEncoding(client, bundle.Certs.K8s, stdx509.KeyUsageDigitalSignature|stdx509.KeyUsageKeyEncipherment))
	checkConnections(record, "kubernetes", bundle.Certs.K8s, client, leaf.Subject.Organization)
}

// leafEncoding fills upstream's template with the fields that are random or depend on the clock.
func leafEncoding(pair, authority *x509.PEMEncodedCertificateAndKey, usage stdx509.KeyUsage) error {
	crt, err := pair.GetCert()
	if err != nil {
		return err
	}

	parent, err := authority.GetCert()
	if err != nil {
		return err
	}

	key, err := signer(authority)
	if err != nil {
		return err
	}

	template := &stdx509.Certificate{
		SignatureAlgorithm: crt.SignatureAlgorithm,
		SerialNumber:       crt.SerialNumber,
		Subject:            crt.Subject,
		NotBefore:          crt.NotBefore,
		NotAfter:           crt.NotAfter,
		KeyUsage:           usage,
		ExtKeyUsage:        []stdx509.ExtKeyUsage{stdx509.ExtKeyUsageClientAuth},
	}

	if _, err = tls.X509KeyPair(pair.Crt, pair.Key); err != nil {
		return err
	}

	return sameEncoding(crt, parent, template, key)
}

func decodePair(crt, key string) (*x509.PEMEncodedCertificateAndKey, error) {
	crtPEM, err := base64.StdEncoding.DecodeString(crt)
	if err != nil {
		return nil, err
	}

	keyPEM, err := base64.StdEncoding.DecodeString(key)
	if err != nil {
		return nil, err
	}

	return &x509.PEMEncodedCertificateAndKey{Crt: crtPEM, Key: keyPEM}, nil
}
