import { kubePrism, type JsonObject } from '../../../cluster';
import {
  hasHostDnsDocument,
  hasInstallDocument,
  hasKubernetesDocuments,
  hasSysctlDocument,
  spellsOutFixedFeatures,
} from '../../contract';
import { isControlPlane, kubernetesImage, when, type GenerateInputs } from '../../generate/inputs';
import { encodedAuthority, trustedAuthority } from '../../generate/secrets';
import { registriesField } from '../cri/registries';
import { KUBELET, NOT_BALANCED } from '../kubernetes/node';
import { networkField } from '../network/kubespan';
import { HOST_DNS } from '../network/resolver';
import { installField } from '../runtime/install';

/** `machine`: what a machine is, apart from its part in Kubernetes. */
export function machineSection(inputs: GenerateInputs): JsonObject {
  const { contract, secrets, options = {} } = inputs;
  const sysctls = options.sysctls ?? {};
  const legacy = !hasKubernetesDocuments(contract);
  return {
    type: isControlPlane(inputs) ? 'controlplane' : 'worker',
    token: secrets.trustdInfo.token,
    ca: isControlPlane(inputs) ? encodedAuthority(secrets.certs.os) : trustedAuthority(secrets.certs.os),
    certSANs: options.certSANs ?? [],
    kubelet: when(legacy, kubelet(inputs)),
    network: networkField(inputs),
    install: hasInstallDocument(contract) ? undefined : installField(inputs),
    sysctls: when(!hasSysctlDocument(contract) && Object.keys(sysctls).length > 0, sysctls),
    registries: registriesField(inputs),
    features: features(inputs),
    nodeLabels: when(legacy && isControlPlane(inputs), { [NOT_BALANCED]: '' }),
  };
}

function kubelet({ cluster }: GenerateInputs): JsonObject {
  return {
    image: kubernetesImage(KUBELET, cluster),
    defaultRuntimeSeccompProfileEnabled: true,
    disableManifestsDirectory: true,
  };
}

function features({ contract, options }: GenerateInputs): JsonObject {
  const port = options?.kubePrismPort ?? kubePrism.port;
  const fixed = when(spellsOutFixedFeatures(contract), {
    rbac: true,
    stableHostname: true,
    apidCheckExtKeyUsage: true,
  });
  return {
    ...fixed,
    diskQuotaSupport: true,
    kubePrism: when(!hasKubernetesDocuments(contract) && port > 0, { enabled: true, port }),
    hostDNS: when(!hasHostDnsDocument(contract), HOST_DNS),
  };
}
