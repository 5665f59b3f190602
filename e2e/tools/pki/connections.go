package main

import (
	"crypto/tls"
	stdx509 "crypto/x509"
	"errors"
	"fmt"
	"net"
	"slices"
	"time"

	"github.com/siderolabs/crypto/x509"
)

const host = "node.example.com"

// checkConnections lets the client talk to a TLS 1.3 server of its authority, and to one of another authority.
func checkConnections(record recorder, name string, authority, client *x509.PEMEncodedCertificateAndKey, organizations []string) {
	stranger, err := x509.NewSelfSignedCertificateAuthority(x509.Organization("stranger"), x509.NotAfter(time.Now().Add(time.Hour)))
	if err != nil {
		record("Go makes another authority", err)

		return
	}

	other := x509.NewCertificateAndKeyFromCertificateAuthority(stranger)

	seen, err := connect(authority, authority, authority, client)
	if err == nil && !slices.Equal(seen, organizations) {
		err = fmt.Errorf("the server saw %v", seen)
	}

	record(name+": client and server of our authority accept each other", err)

	_, err = connect(other, authority, authority, client)
	record(name+": a client refuses the server of another authority", refused(err))

	_, err = connect(authority, authority, other, client)
	record(name+": a server of another authority refuses the client", refused(err))

	_, err = handshake(client, pool(authority), pool(authority), client)
	record(name+": the client certificate is no server's", refused(err))
}

// refused is satisfied with what either side says of a certificate, and with nothing else.
func refused(err error) error {
	var verification *tls.CertificateVerificationError

	switch {
	case err == nil:
		return errors.New("accepted")
	case errors.As(err, &verification):
		return nil
	default:
		return fmt.Errorf("failed for another reason: %w", err)
	}
}

// connect issues a server certificate from one authority; the client trusts the second, the server's clients need the third.
func connect(issuer, clientTrusts, serverTrusts, client *x509.PEMEncodedCertificateAndKey) ([]string, error) {
	ca, err := x509.NewCertificateAuthorityFromCertificateAndKey(issuer)
	if err != nil {
		return nil, err
	}

	server, err := x509.NewKeyPair(ca, x509.DNSNames([]string{host}), x509.NotAfter(time.Now().Add(time.Hour)))
	if err != nil {
		return nil, err
	}

	return handshake(x509.NewCertificateAndKeyFromKeyPair(server), pool(clientTrusts), pool(serverTrusts), client)
}

func pool(authority *x509.PEMEncodedCertificateAndKey) *stdx509.CertPool {
	certificates := stdx509.NewCertPool()
	certificates.AppendCertsFromPEM(authority.Crt)

	return certificates
}

// handshake lets both sides finish, and gives the organizations of the client as the server saw them.
func handshake(server *x509.PEMEncodedCertificateAndKey, roots, clients *stdx509.CertPool, client *x509.PEMEncodedCertificateAndKey) ([]string, error) {
	serverPair, err := tls.X509KeyPair(server.Crt, server.Key)
	if err != nil {
		return nil, err
	}

	clientPair, err := tls.X509KeyPair(client.Crt, client.Key)
	if err != nil {
		return nil, err
	}

	near, far, err := connection()
	if err != nil {
		return nil, err
	}

	defer near.Close() //nolint:errcheck
	defer far.Close()  //nolint:errcheck

	accepting := tls.Server(far, &tls.Config{
		Certificates: []tls.Certificate{serverPair},
		ClientCAs:    clients,
		ClientAuth:   tls.RequireAndVerifyClientCert,
		MinVersion:   tls.VersionTLS13,
	})
	dialing := tls.Client(near, &tls.Config{
		// a client left to itself keeps back a certificate that the server's authorities did not sign
		GetClientCertificate: func(*tls.CertificateRequestInfo) (*tls.Certificate, error) { return &clientPair, nil },
		RootCAs:              roots,
		ServerName:           host,
		MinVersion:           tls.VersionTLS13,
	})

	dialed := make(chan error, 1)

	go func() { dialed <- dialing.Handshake() }()

	if err = errors.Join(accepting.Handshake(), <-dialed); err != nil {
		return nil, err
	}

	return accepting.ConnectionState().PeerCertificates[0].Subject.Organization, nil
}

// connection is both ends of one on loopback; it gives up after ten seconds.
func connection() (near, far net.Conn, err error) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, nil, err
	}

	defer listener.Close() //nolint:errcheck

	if near, err = net.Dial("tcp", listener.Addr().String()); err != nil {
		return nil, nil, err
	}

	if far, err = listener.Accept(); err != nil {
		return nil, nil, err
	}

	deadline := time.Now().Add(10 * time.Second)

	return near, far, errors.Join(near.SetDeadline(deadline), far.SetDeadline(deadline))
}
