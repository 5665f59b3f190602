package main

import (
	"bytes"
	"crypto"
	"crypto/rand"
	stdx509 "crypto/x509"
	"encoding/pem"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"

	"github.com/siderolabs/crypto/x509"
)

// shape is what two certificates of one purpose share: all but keys, serial numbers and moments.
type shape struct {
	CertificateLabel, KeyLabel string
	Version                    int
	RawSubject, RawIssuer      string
	SignatureAlgorithm         string
	PublicKey                  string
	KeyUsage                   stdx509.KeyUsage
	ExtKeyUsage                string
	Extensions                 []string
	BasicConstraints           string
	SubjectKeyID, AuthorityID  int
	Names                      int
	Validity                   time.Duration
	SerialTooLong              bool
}

func shapeOf(pair *x509.PEMEncodedCertificateAndKey) (shape, *stdx509.Certificate, error) {
	crt, err := pair.GetCert()
	if err != nil {
		return shape{}, nil, err
	}

	var extensions []string
	for _, extension := range crt.Extensions {
		extensions = append(extensions, fmt.Sprintf("%s critical=%t", extension.Id, extension.Critical))
	}

	return shape{
		CertificateLabel:   labels(pair.Crt),
		KeyLabel:           labels(pair.Key),
		Version:            crt.Version,
		RawSubject:         string(crt.RawSubject),
		RawIssuer:          string(crt.RawIssuer),
		SignatureAlgorithm: crt.SignatureAlgorithm.String(),
		PublicKey:          fmt.Sprintf("%s %T", crt.PublicKeyAlgorithm, crt.PublicKey),
		KeyUsage:           crt.KeyUsage,
		ExtKeyUsage:        fmt.Sprint(crt.ExtKeyUsage, crt.UnknownExtKeyUsage),
		Extensions:         extensions,
		BasicConstraints:   fmt.Sprint(crt.BasicConstraintsValid, crt.IsCA, crt.MaxPathLen, crt.MaxPathLenZero),
		SubjectKeyID:       len(crt.SubjectKeyId),
		AuthorityID:        len(crt.AuthorityKeyId),
		Names:              len(crt.DNSNames) + len(crt.IPAddresses) + len(crt.EmailAddresses) + len(crt.URIs),
		Validity:           crt.NotAfter.Sub(crt.NotBefore),
		SerialTooLong:      crt.SerialNumber.Sign() <= 0 || crt.SerialNumber.BitLen() > 128,
	}, crt, nil
}

// labels are the PEM labels of a text, and the length of its longest line.
func labels(text []byte) string {
	var found []string

	for block, rest := pem.Decode(text); block != nil; block, rest = pem.Decode(rest) {
		found = append(found, block.Type)
	}

	longest := 0
	for line := range strings.SplitSeq(string(text), "\n") {
		longest = max(longest, len(line))
	}

	return fmt.Sprint(found, longest, strings.HasSuffix(string(text), "-----\n"))
}

// sameShape compares field by field.
func sameShape(ours, upstream *x509.PEMEncodedCertificateAndKey) error {
	a, _, err := shapeOf(ours)
	if err != nil {
		return err
	}

	b, _, err := shapeOf(upstream)
	if err != nil {
		return err
	}

	va, vb := reflect.ValueOf(a), reflect.ValueOf(b)

	var differences []error

	for i := range va.NumField() {
		if x, y := va.Field(i).Interface(), vb.Field(i).Interface(); !reflect.DeepEqual(x, y) {
			differences = append(differences, fmt.Errorf("%s: ours %v, upstream's %v", va.Type().Field(i).Name, x, y))
		}
	}

	return errors.Join(differences...)
}

// sameEncoding makes the certificate once more with Go from its own parsed fields, and compares what is signed byte for byte.
func sameEncoding(crt, parent *stdx509.Certificate, template *stdx509.Certificate, key any) error {
	der, err := stdx509.CreateCertificate(rand.Reader, template, parent, crt.PublicKey, key)
	if err != nil {
		return err
	}

	again, err := stdx509.ParseCertificate(der)
	if err != nil {
		return err
	}

	if !bytes.Equal(again.RawTBSCertificate, crt.RawTBSCertificate) {
		return errors.New("Go encodes the same certificate in other bytes")
	}

	// an Ed25519 signature has no randomness in it
	if crt.SignatureAlgorithm == stdx509.PureEd25519 && !bytes.Equal(again.Raw, crt.Raw) {
		return errors.New("Go signs the same certificate in other bytes")
	}

	return nil
}

// signer is the standard library's key behind the PEM.
func signer(pair *x509.PEMEncodedCertificateAndKey) (crypto.Signer, error) {
	key, err := pair.GetKey()
	if err != nil {
		return nil, err
	}

	standard, ok := key.(crypto.Signer)
	if !ok {
		return nil, fmt.Errorf("key cannot sign: %T", key)
	}

	return standard, nil
}
