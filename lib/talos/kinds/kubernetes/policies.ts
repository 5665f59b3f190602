import { hasKubernetesDocuments } from '../../contract';
import { document, type ConfigDocument } from '../../document';
import { isControlPlane, type GenerateInputs } from '../../generate/inputs';

/** Pods are held to `baseline`, and told what `restricted` would refuse; kube-system is exempt. */
export const POD_SECURITY = {
  apiVersion: 'pod-security.admission.config.k8s.io/v1alpha1',
  kind: 'PodSecurityConfiguration',
  defaults: {
    audit: 'restricted',
    'audit-version': 'latest',
    enforce: 'baseline',
    'enforce-version': 'latest',
    warn: 'restricted',
    'warn-version': 'latest',
  },
  exemptions: { namespaces: ['kube-system'], runtimeClasses: [], usernames: [] },
};

/** Every request is logged without its body. */
export const AUDIT_POLICY = { apiVersion: 'audit.k8s.io/v1', kind: 'Policy', rules: [{ level: 'Metadata' }] };

/** Probes need no login; nobody else gets in without. */
const AUTHENTICATION = {
  anonymous: { enabled: true, conditions: [{ path: '/livez' }, { path: '/readyz' }, { path: '/healthz' }] },
  jwt: [],
};

/** Who may do what: admission, audit, authentication and authorization of the API server. */
export function policies(inputs: GenerateInputs): readonly ConfigDocument[] {
  if (!hasKubernetesDocuments(inputs.contract) || !isControlPlane(inputs)) return [];
  return [
    document('KubeAdmissionControlConfig', { configuration: POD_SECURITY }, 'PodSecurity'),
    document('KubeAuditPolicyConfig', { configuration: AUDIT_POLICY }),
    document('KubeAuthenticationConfig', { configuration: AUTHENTICATION }),
    document('KubeAuthorizerConfig', { type: 'Node' }, 'node'),
    document('KubeAuthorizerConfig', { type: 'RBAC' }, 'rbac'),
  ];
}
