package main

import (
	stdx509 "crypto/x509"
	"encoding/pem"
	"fmt"

	"github.com/siderolabs/crypto/x509"
	"github.com/siderolabs/talos/pkg/machinery/config"
	"github.com/siderolabs/talos/pkg/machinery/config/generate/secrets"
)

type recorder func(proof string, err error)

// checkAuthorities compares the four authorities and the service account key with those that Talos makes.
func checkAuthorities(record recorder, ours *secrets.Bundle, contract *config.VersionContract) {
	upstream, err := secrets.NewBundle(secrets.NewClock(), contract)
	if err != nil {
		record("Talos makes a bundle", err)

		return
	}

	for _, pair := range []struct {
		name           string
		ours, upstream *x509.PEMEncodedCertificateAndKey
	}{
		{"etcd", ours.Certs.Etcd, upstream.Certs.Etcd},
		{"k8s", ours.Certs.K8s, upstream.Certs.K8s},
		{"k8saggregator", ours.Certs.K8sAggregator, upstream.Certs.K8sAggregator},
		{"os", ours.Certs.OS, upstream.Certs.OS},
	} {
		record("authority "+pair.name+" is as Talos makes it", sameShape(pair.ours, pair.upstream))
		record("authority "+pair.name+" is encoded as Go encodes it", authorityEncoding(pair.ours))
	}

	record("the service account key is as Talos makes it", sameKey(ours.Certs.K8sServiceAccount, upstream.Certs.K8sServiceAccount))
}

// authorityEncoding fills upstream's template with the fields that are random or depend on the clock.
func authorityEncoding(pair *x509.PEMEncodedCertificateAndKey) error {
	crt, err := pair.GetCert()
	if err != nil {
		return err
	}

	if err = crt.CheckSignatureFrom(crt); err != nil {
		return err
	}

	key, err := signer(pair)
	if err != nil {
		return err
	}

	template := &stdx509.Certificate{
		SerialNumber:          crt.SerialNumber,
		Subject:               crt.Subject,
		SubjectKeyId:          crt.SubjectKeyId,
		SignatureAlgorithm:    crt.SignatureAlgorithm,
		NotBefore:             crt.NotBefore,
		NotAfter:              crt.NotAfter,
		BasicConstraintsValid: true,
		IsCA:                  true,
		KeyUsage:              stdx509.KeyUsageCertSign | stdx509.KeyUsageDigitalSignature,
		ExtKeyUsage:           []stdx509.ExtKeyUsage{stdx509.ExtKeyUsageServerAuth, stdx509.ExtKeyUsageClientAuth},
	}

	return sameEncoding(crt, template, template, key)
}

func sameKey(ours, upstream *x509.PEMEncodedKey) error {
	a, err := ours.GetRSAKey()
	if err != nil {
		return err
	}

	b, err := upstream.GetRSAKey()
	if err != nil {
		return err
	}

	if x, y := labels(a.GetPrivateKeyPEM()), labels(b.GetPrivateKeyPEM()); x != y {
		return fmt.Errorf("labels: ours %s, upstream's %s", x, y)
	}

	if x, y := bits(ours), bits(upstream); x != y {
		return fmt.Errorf("bits: ours %d, upstream's %d", x, y)
	}

	return nil
}

func bits(key *x509.PEMEncodedKey) int {
	block, _ := pem.Decode(key.Key)

	parsed, err := stdx509.ParsePKCS1PrivateKey(block.Bytes)
	if err != nil {
		return 0
	}

	return parsed.N.BitLen()
}
