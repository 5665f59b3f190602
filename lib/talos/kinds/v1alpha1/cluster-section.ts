import type { JsonObject } from '../../../cluster';
import { hasDiscoveryDocuments, hasKubernetesDocuments, spellsOutFixedFeatures } from '../../contract';
import { isControlPlane, kubernetesImage, when, type GenerateInputs } from '../../generate/inputs';
import { encodedAuthority, encodedPem, trustedAuthority, type EncryptionSecret } from '../../generate/secrets';
import { discoveryField } from '../cluster/discovery';
import { API_SERVER } from '../kubernetes/api-server';
import { certificateNames } from '../kubernetes/certificate-names';
import { CONTROLLER_MANAGER, PROXY, SCHEDULER } from '../kubernetes/components';
import { subnets } from '../kubernetes/node';
import { AUDIT_POLICY, POD_SECURITY } from '../kubernetes/policies';

/** `cluster`: from contract 1.14 on only the token to join with and etcd's authority are left of it. */
export function clusterSection(inputs: GenerateInputs): JsonObject {
  const { contract, secrets } = inputs;
  const { etcd } = secrets.certs;
  return {
    token: secrets.secrets.bootstrapToken,
    etcd: when(isControlPlane(inputs), { ca: encodedAuthority(etcd) }),
    ...(hasDiscoveryDocuments(contract) ? {} : { ...secrets.cluster, discovery: discoveryField(inputs) }),
    ...(hasKubernetesDocuments(contract) ? {} : kubernetes(inputs)),
    ...(hasKubernetesDocuments(contract) || !isControlPlane(inputs) ? {} : controlPlane(inputs)),
  };
}

/** What all nodes know of Kubernetes. */
function kubernetes(inputs: GenerateInputs): JsonObject {
  const { cluster, secrets, options = {} } = inputs;
  const { k8s } = secrets.certs;
  const cni = when(Boolean(options.customCniUrl), { name: 'custom', urls: [options.customCniUrl ?? ''] });
  return {
    clusterName: cluster.name,
    controlPlane: {
      endpoint: cluster.endpoint,
      localAPIServerPort: when(isControlPlane(inputs), options.localAPIServerPort),
    },
    network: { ...subnets(inputs), cni },
    ca: isControlPlane(inputs) ? encodedAuthority(k8s) : trustedAuthority(k8s),
  };
}

/** What control planes run. */
function controlPlane(inputs: GenerateInputs): JsonObject {
  const { cluster, secrets, options = {} } = inputs;
  const { certs } = secrets;
  return {
    ...encryption(secrets.secrets.encryption),
    aggregatorCA: encodedAuthority(certs.k8sAggregator),
    serviceAccount: { key: encodedPem(certs.k8sServiceAccount.key) },
    apiServer: apiServer(inputs),
    controllerManager: { image: kubernetesImage(CONTROLLER_MANAGER, cluster) },
    proxy: { image: kubernetesImage(PROXY, cluster) },
    scheduler: { image: kubernetesImage(SCHEDULER, cluster) },
    allowSchedulingOnControlPlanes: when(options.allowSchedulingOnControlPlanes === true, true),
  };
}

function apiServer(inputs: GenerateInputs): JsonObject {
  const names = certificateNames(inputs);
  return {
    image: kubernetesImage(API_SERVER, inputs.cluster),
    certSANs: when(names.length > 0, names),
    disablePodSecurityPolicy: when(spellsOutFixedFeatures(inputs.contract), true),
    admissionControl: [{ name: 'PodSecurity', configuration: POD_SECURITY }],
    auditPolicy: AUDIT_POLICY,
  };
}

/** Upstream drops an aescbc key here; the secrets of a cluster that has one would be lost with it. */
function encryption({ provider, secret }: EncryptionSecret): JsonObject {
  return provider === 'secretbox' ? { secretboxEncryptionSecret: secret } : { aescbcEncryptionSecret: secret };
}
