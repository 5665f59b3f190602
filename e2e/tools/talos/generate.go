package main

import (
	"encoding/json"
	"time"

	"go.yaml.in/yaml/v4"

	"github.com/siderolabs/talos/pkg/machinery/config"
	"github.com/siderolabs/talos/pkg/machinery/config/encoder"
	"github.com/siderolabs/talos/pkg/machinery/config/generate"
	"github.com/siderolabs/talos/pkg/machinery/config/generate/secrets"
	"github.com/siderolabs/talos/pkg/machinery/config/machine"
)

// inputs are those of upstream's generator; a field that is not given leaves its option alone.
type inputs struct {
	ClusterName        string              `json:"clusterName"`
	Endpoint           string              `json:"endpoint"`
	Kubernetes         string              `json:"kubernetes"`
	PodSubnets         []string            `json:"podSubnets"`
	ServiceSubnets     []string            `json:"serviceSubnets"`
	DNSDomain          string              `json:"dnsDomain"`
	InstallDisk        string              `json:"installDisk"`
	InstallImage       string              `json:"installImage"`
	KernelArgs         []string            `json:"installKernelArgs"`
	CertSANs           []string            `json:"certSANs"`
	Scheduling         bool                `json:"allowSchedulingOnControlPlanes"`
	Discovery          *bool               `json:"discovery"`
	KubeSpan           *bool               `json:"kubeSpan"`
	KubePrismPort      *int                `json:"kubePrismPort"`
	LocalAPIServerPort int                 `json:"localAPIServerPort"`
	CustomCNI          string              `json:"customCniUrl"`
	Sysctls            map[string]string   `json:"sysctls"`
	Mirrors            map[string][]string `json:"registryMirrors"`
	RegistryCAs        map[string]string   `json:"registryCAs"`
	Insecure           []string            `json:"insecureRegistries"`
}

func newBundle(asked request) (response, error) {
	contract, err := config.ParseContractFromVersion(asked.Contract)
	if err != nil {
		return response{}, err
	}

	bundle, err := secrets.NewBundle(secrets.NewFixedClock(time.Now()), contract)
	if err != nil {
		return response{}, err
	}

	// the form of secrets.yaml, which is what people keep
	text, err := yaml.Marshal(bundle)
	if err != nil {
		return response{}, err
	}

	var tree map[string]any

	err = yaml.Unmarshal(text, &tree)

	return response{Secrets: tree}, err
}

func loadBundle(raw json.RawMessage, contract *config.VersionContract) (*secrets.Bundle, error) {
	bundle := &secrets.Bundle{Clock: secrets.NewFixedClock(time.Now())}

	// JSON is YAML, and only the YAML form has the keys of secrets.yaml
	if err := yaml.Unmarshal(raw, bundle); err != nil {
		return nil, err
	}

	return bundle, bundle.Validate(contract)
}

func generateConfig(asked request) (response, error) {
	contract, err := config.ParseContractFromVersion(asked.Contract)
	if err != nil {
		return response{}, err
	}

	bundle, err := loadBundle(asked.Secrets, contract)
	if err != nil {
		return response{}, err
	}

	role, err := machine.ParseType(asked.Role)
	if err != nil {
		return response{}, err
	}

	in := asked.Inputs
	options := append(in.options(), generate.WithVersionContract(contract), generate.WithSecretsBundle(bundle))

	input, err := generate.NewInput(in.ClusterName, in.Endpoint, in.Kubernetes, options...)
	if err != nil {
		return response{}, err
	}

	if len(in.PodSubnets) > 0 {
		input.PodNet = in.PodSubnets
	}

	if len(in.ServiceSubnets) > 0 {
		input.ServiceNet = in.ServiceSubnets
	}

	generated, err := input.Config(role)
	if err != nil {
		return response{}, err
	}

	return encoded(generated)
}

func (in *inputs) options() []generate.Option {
	options := []generate.Option{
		generate.WithInstallDisk(in.InstallDisk),
		generate.WithInstallImage(in.InstallImage),
		generate.WithInstallExtraKernelArgs(in.KernelArgs),
		generate.WithAdditionalSubjectAltNames(in.CertSANs),
		generate.WithAllowSchedulingOnControlPlanes(in.Scheduling),
		generate.WithLocalAPIServerPort(in.LocalAPIServerPort),
		generate.WithCustomCNIUrl(in.CustomCNI),
		generate.WithSysctls(in.Sysctls),
	}

	if in.DNSDomain != "" {
		options = append(options, generate.WithDNSDomain(in.DNSDomain))
	}

	if in.Discovery != nil {
		options = append(options, generate.WithClusterDiscovery(*in.Discovery))
	}

	if in.KubeSpan != nil {
		options = append(options, generate.WithKubeSpanEnabled(*in.KubeSpan))
	}

	if in.KubePrismPort != nil {
		options = append(options, generate.WithKubePrismPort(*in.KubePrismPort))
	}

	for host, endpoints := range in.Mirrors {
		options = append(options, generate.WithRegistryMirror(host, endpoints...))
	}

	for host, ca := range in.RegistryCAs {
		options = append(options, generate.WithRegistryCACert(host, ca))
	}

	for _, host := range in.Insecure {
		options = append(options, generate.WithRegistryInsecureSkipVerify(host))
	}

	return options
}

func encoded(provider config.Provider) (response, error) {
	text, err := provider.EncodeBytes(encoder.WithComments(encoder.CommentsDisabled))

	return response{Config: string(text)}, err
}
