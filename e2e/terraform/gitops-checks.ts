import { LocalBackend, TerraformStack, Testing } from 'cdktf';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { StackRoot } from '../../lib/terraform';
import { ArgoCdBootstrap, FluxBootstrap, type KubernetesAccess } from '../../lib/terraform/bootstrap';
import { helm, http, kubectl, kubernetes } from '../../tools/bindings/selection';
import type { Tally } from '../tally';
import { Workspace, type JournalEntry } from './workspace';

const manifests = readFileSync(join(__dirname, 'olm-sample.yaml'), 'utf8');
// no document ends within a text of this file at the start of a line
const documents = manifests.split('\n---\n');
const ageKey = 'AGE-SECRET-KEY-OF-NOBODY';
const env = { TF_VAR_edge_age_key: ageKey, TF_VAR_edge_git_password: 'a-password-of-nobody' };

// nothing listens there: planning needs no cluster
const access: KubernetesAccess = {
  host: 'https://127.0.0.1:1',
  clusterCaCertificate: '',
  clientCertificate: '',
  clientKey: '',
};

/** The bootstrap stacks: planned by the real kubectl provider, and applied and destroyed by played ones. */
export function checkGitOps(tally: Tally): void {
  planWithKubectl(tally);
  applyPlayed(tally, 'flux', flux(), fluxOrder);
  applyPlayed(tally, 'argo cd', argoCd(), argoCdOrder);
}

/** Names of what is created, in an order that has to hold. */
const fluxOrder = [
  [
    'helm_release cert-manager',
    'kind: Namespace',
    'kind: Issuer',
    'ClusterCatalog',
    '"ClusterExtension"',
    'FluxInstance',
  ],
  ['kind: CustomResourceDefinition', 'kind: Issuer'],
  ['kubernetes_secret_v1 sops-age', 'FluxInstance'],
  ['kubernetes_secret_v1 flux-system', 'FluxInstance'],
];
const argoCdOrder = [
  ['Namespace', 'helm_release argo-cd', 'Application'],
  ['kubernetes_secret_v1 sops-age', 'Application'],
];

function planWithKubectl(tally: Tally): void {
  const workspace = new Workspace(env);
  const check = (name: string, held: boolean, detail: () => string) => {
    tally.check(`flux, planned by the kubectl provider: ${name}`, held, detail);
  };
  try {
    workspace
      .real(kubectl)
      .played(helm)
      .played(kubernetes)
      .played(http, { http: { response_body: manifests } });
    workspace.write(flux());
    for (const args of [['init', '-input=false'], ['validate'], ['plan', '-input=false', '-out=plan']]) {
      const { ok, output } = workspace.terraform(...args, '-no-color');
      check(args[0] ?? '', ok, () => output);
    }
    const shown = JSON.parse(workspace.terraform('show', '-json', 'plan').output) as Plan;
    const planned = new Map(shown.resource_changes.map(({ address, change }) => [address, change.after]));
    const keys = [...planned.keys()].filter((address) => address.includes('["'));
    check('each document of the file is one object', keys.length === 4, () => keys.join('\n'));
    check(
      'namespaces and kinds come first',
      keys.filter((address) => address.includes('foundation')).length === 2,
      () => keys.join('\n'),
    );
    const text = planned.get('kubectl_manifest.edge-olm["/api/v1/namespaces/olmv1-system/configmaps/text"]');
    check('a text keeps its lines', String(text?.yaml_body).includes('---'), () => keys.join('\n'));
    const instance = planned.get('kubectl_manifest.edge-flux-instance');
    check('a kind that no cluster has yet is planned', instance?.kind === 'FluxInstance', () =>
      [...planned.keys()].join('\n'),
    );
    check(
      'what Flux expands arrives as written',
      String(instance?.yaml_body).includes('clusters/${env}/%{x}'),
      () => '',
    );
    check('the plan holds no secret', !JSON.stringify(shown).includes(ageKey), () => 'the age key was found');
  } finally {
    workspace.remove();
  }
}

interface Plan {
  readonly resource_changes: readonly {
    readonly address: string;
    readonly change: { readonly after: Readonly<Record<string, unknown>> | null };
  }[];
}

function applyPlayed(tally: Tally, name: string, configuration: string, orders: readonly (readonly string[])[]): void {
  const workspace = new Workspace(env);
  const check = (what: string, held: boolean, detail: () => string) => {
    tally.check(`${name}, applied by played providers: ${what}`, held, detail);
  };
  const split = Object.fromEntries(
    documents.map((text) => {
      const kind = /^kind: (\w+)/m.exec(text)?.[1] ?? '';
      const path = { Namespace: '/api/v1/namespaces/olmv1-system', Issuer: '/apis/x/issuers/self-signed' }[kind];
      return [path ?? `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/${kind}`, text];
    }),
  );
  try {
    workspace
      .played(helm)
      .played(kubernetes)
      .played(http, { http: { response_body: manifests } });
    workspace.played(kubectl, { kubectl_file_documents: { manifests: split } }).write(configuration);
    for (const args of [['init', '-input=false'], ['validate'], ['apply', '-input=false', '-auto-approve']]) {
      const { ok, output } = workspace.terraform(...args, '-no-color');
      check(args[0] ?? '', ok, () => output);
    }
    const about = reader(configuration);
    const created = workspace.takeJournal().map(about);
    const again = workspace.planIsEmpty();
    check('a second plan is empty', again.ok, () => again.output);
    check('the state holds no secret', !workspace.read('terraform.tfstate').includes(ageKey), () => 'it does');
    const destroyed = workspace.terraform('destroy', '-auto-approve', '-no-color');
    check('destroy', destroyed.ok, () => destroyed.output);
    const deleted = workspace.takeJournal().map(about);
    for (const order of orders) {
      check(`creates ${order.join(', ')}`, isInOrder(created, order), () => created.join('\n'));
      check(`deletes them backwards`, isInOrder(deleted, [...order].reverse()), () => deleted.join('\n'));
    }
  } finally {
    workspace.remove();
  }
}

/** Whether the first entry about each comes before the first about the next. */
function isInOrder(texts: readonly string[], order: readonly string[]): boolean {
  const places = order.map((name) => texts.findIndex((text) => text.includes(name)));
  return places.every((place, index) => place >= 0 && (index === 0 || place > (places[index - 1] ?? place)));
}

/** What an entry is about. A played provider writes the digest of an object, which is secret to it: here it is again. */
function reader(configuration: string): (entry: JournalEntry) => string {
  const { resource } = JSON.parse(configuration) as {
    resource: { kubectl_manifest: Record<string, { yaml_body: string }> };
  };
  const bodies = Object.values(resource.kubectl_manifest).map(({ yaml_body: body }) =>
    body.replaceAll(/([$%])\1\{/g, '$1{'),
  );
  const known = new Map([...bodies, ...documents].map((text) => [digest(text), text]));
  return ({ type, values }) => {
    const object = known.get(values.yaml_body ?? '');
    return [type, values.name, values['metadata.0.name'], object].filter((text) => text !== undefined).join(' ');
  };
}

function digest(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

function flux(): string {
  return stack((scope) => {
    new FluxBootstrap(scope, 'flux', {
      cluster: { name: 'edge' },
      access,
      sync: { url: 'https://git.example.com/platform.git', path: 'clusters/${env}/%{x}' },
      ageKey: { from: 'variable' },
      gitCredentials: { username: 'git', password: { from: 'variable' } },
    });
  });
}

function argoCd(): string {
  const root = {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'root', namespace: 'argocd' },
    spec: { project: 'default' },
  };
  return stack((scope) => {
    new ArgoCdBootstrap(scope, 'argo-cd', {
      cluster: { name: 'edge' },
      access,
      version: 'v3.2.6',
      roots: [root],
      ageKey: { from: 'variable' },
    });
  });
}

function stack(build: (scope: TerraformStack) => void): string {
  const scope = new TerraformStack(new StackRoot(), 'gitops');
  new LocalBackend(scope, { path: 'terraform.tfstate' });
  build(scope);
  return Testing.synth(scope, true);
}
