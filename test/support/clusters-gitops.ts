import {
  appOfApps,
  applicationSet,
  argoCd,
  defineCluster,
  sops,
  stage,
  addons,
  type ArgoCd,
  type Cluster,
  type ClusterDefinition,
  type Stage,
} from '../../lib/cluster';
import { certManager, cilium, hcloudCcm, hcloudCsi, oidcRbac, podinfo, sopsSecretsOperator } from '../../lib/platform';
import { definition, hetznerDefinition, recipient } from './definition';

/** Public half of a second key that was made for the tests and thrown away. */
export const otherRecipient = 'age1axufek2xxlvhe4latanj355mm6ljznmqjrde5m8zppal4hj5f9cqdqeevd';

const gitops = (layout: Parameters<typeof argoCd>[0]['layout']): ReturnType<typeof argoCd> =>
  argoCd({
    version: 'v3.2.6',
    repository: { url: 'https://git.example.com/teams/platform.git', revision: 'main', path: 'gitops' },
    layout,
    secrets: sops({ recipients: ['ops', 'ci'] }),
  });
const recipients = { ops: recipient, ci: otherRecipient };

/** Anything of a definition, with Argo CD as its engine. */
type Overrides = Partial<Omit<ClusterDefinition, 'gitops'>> & { readonly gitops?: ReturnType<typeof argoCd> };

/** Hetzner and Cluster API, one Application per component folder; the tree in a folder of the repository. */
export function applicationSetCluster(overrides: Overrides = {}): Cluster<ArgoCd> {
  return defineCluster({
    ...hetznerDefinition(),
    gitops: gitops(applicationSet()),
    recipients,
    oidc: { issuerUrl: 'https://auth.example.com/', clientId: 'kubectl', usernameClaim: 'mail', groupsClaim: 'teams' },
    platform: [
      addons(cilium({ hubble: true }), hcloudCcm()),
      stage('foundation', certManager(), hcloudCsi(), oidcRbac({ groups: { 'cluster-admin': ['platform'] } })),
      stage('apps', podinfo({ values: { ui: { message: 'hello' } } })),
    ],
    ...overrides,
  });
}

/** Machines that stay, one root app per stage; the tree at the root of the repository. */
export function appOfAppsCluster(...platform: Stage[]): Cluster<ArgoCd> {
  const base = gitops(appOfApps());
  return defineCluster({
    ...definition(),
    gitops: { ...base, repository: { ...base.repository, path: '' } },
    recipients,
    platform:
      platform.length > 0
        ? platform
        : [stage('cluster-infra', cilium(), sopsSecretsOperator(), certManager()), stage('demo', podinfo())],
  });
}

/** Cluster API's machines with root apps. */
export function hetznerAppOfAppsCluster(overrides: Overrides = {}): Cluster<ArgoCd> {
  return applicationSetCluster({ gitops: gitops(appOfApps({ directory: 'local' })), ...overrides });
}
