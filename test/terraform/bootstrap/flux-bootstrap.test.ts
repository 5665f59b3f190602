import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FluxBootstrap, fluxReleases, type FluxBootstrapProps } from '../../../lib/terraform/bootstrap';
import { synth, type TerraformJson } from '../../support/terraform';

const sync = { url: 'https://git.example.com/platform.git', path: 'clusters/prod/edge' };

function flux(options: Partial<FluxBootstrapProps> = {}): TerraformJson {
  return synth((stack) => new FluxBootstrap(stack, 'flux', { cluster: { name: 'edge' }, sync, ...options }));
}

interface Applied {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly spec: Record<string, unknown>;
}

/** The object of a manifest as Terraform would hand it on: what is escaped for it is itself again. */
function applied(json: TerraformJson, name: string): Applied {
  const text = json.resource.kubectl_manifest![`edge-${name}`]!.yaml_body as string;
  return JSON.parse(text.replaceAll(/([$%])\1\{/g, '$1{')) as Applied;
}

/** Addresses that a resource waits for, directly or not. */
function waitsFor({ resource }: TerraformJson, address: string, found = new Set<string>()): ReadonlySet<string> {
  const [type = '', name = ''] = address.split('.');
  for (const next of (resource[type]![name]!.depends_on as string[] | undefined) ?? []) {
    if (found.has(next)) continue;
    found.add(next);
    waitsFor({ resource } as TerraformJson, next, found);
  }
  return found;
}

describe('the chain to Flux', () => {
  const json = flux({
    ageKey: { from: 'variable' },
    gitCredentials: { username: 'git', password: { from: 'variable' } },
  });

  it('waits for each step in turn, and so is destroyed backwards', () => {
    const steps = [
      'helm_release.edge-cert-manager',
      'kubectl_manifest.edge-olm-foundation',
      'kubectl_manifest.edge-olm',
      'kubectl_manifest.edge-catalog',
      'kubectl_manifest.edge-flux-operator',
      'kubectl_manifest.edge-flux-instance',
    ];
    for (const [index, step] of steps.entries()) {
      expect([...waitsFor(json, step)], step).toEqual(expect.arrayContaining(steps.slice(0, index)));
    }
    expect(waitsFor(json, 'kubectl_manifest.edge-flux-instance')).toContain(
      'kubernetes_secret_v1.edge-secret-sops-age',
    );
  });

  it('has no cycle and no dependency on what does not exist', () => {
    const addresses = Object.entries(json.resource).flatMap(([type, byName]) =>
      Object.keys(byName).map((name) => `${type}.${name}`),
    );
    for (const address of addresses) {
      const waited = waitsFor(json, address);
      expect(waited).not.toContain(address);
      expect(addresses).toEqual(expect.arrayContaining([...waited]));
    }
  });

  it('lets Flux and its operator finish before what they need goes', () => {
    for (const name of ['edge-flux-instance', 'edge-flux-operator']) {
      expect(json.resource.kubectl_manifest![name]).toMatchObject({ wait: true });
    }
  });

  it('names no kind at plan time: no object goes through kubernetes_manifest', () => {
    expect(Object.keys(json.resource).sort()).toEqual(['helm_release', 'kubectl_manifest', 'kubernetes_secret_v1']);
    expect(json.provider.kubectl![0]).toMatchObject({ apply_retry_count: 30 });
  });

  it('is left to Flux once it runs, or kept by Terraform', () => {
    const lifecycles = ({ resource }: TerraformJson) =>
      [...Object.values(resource.kubectl_manifest!), ...Object.values(resource.helm_release!)].map(
        (block) => block.lifecycle,
      );
    expect(new Set(lifecycles(json).map((value) => JSON.stringify(value)))).toEqual(
      new Set(['{"ignore_changes":"all"}']),
    );
    expect(lifecycles(flux({ keeper: 'terraform' })).every((value) => value === undefined)).toBe(true);
  });
});

describe('OLM', () => {
  it('has each object under what it is, so that a new version deletes no kind', () => {
    const { resource, data } = flux();
    const [first, rest] = ['edge-olm-foundation', 'edge-olm'].map((name) => resource.kubectl_manifest![name]!.for_each);
    expect(first).toContain('for key, text in data.kubectl_file_documents.edge-olm.manifests : key => text if can(');
    expect(rest).toBe(String(first).replace('if can(', 'if !can('));
    expect(data.kubectl_file_documents!['edge-olm']).toEqual({ content: '${data.http.edge-olm.response_body}' });
  });

  it('is refused where the download fails or is another file', () => {
    const conditions = (options: Partial<FluxBootstrapProps>) =>
      (flux(options).data.http!['edge-olm']!.lifecycle as { postcondition: { condition: string }[] }).postcondition;
    expect(conditions({}).map(({ condition }) => condition)).toEqual(['${self.status_code == 200}']);
    expect(conditions({ olmManifests: { sha256: 'abc' } })[1]!.condition).toBe(
      '${sha256(self.response_body) == "abc"}',
    );
  });

  it('comes from a file where there is no way out', () => {
    const { data, terraform } = flux({ olmManifests: { file: 'olm.yaml' } });
    expect(data.kubectl_file_documents!['edge-olm']).toEqual({ content: '${file("olm.yaml")}' });
    expect(terraform.required_providers.http).toBeUndefined();
  });

  it('selects its catalog by the label that catalogs have', () => {
    const json = flux();
    const { source } = applied(json, 'flux-operator').spec as { source: { catalog: { selector: unknown } } };
    expect(source.catalog.selector).toEqual({
      matchLabels: { 'olm.operatorframework.io/metadata.name': applied(json, 'catalog').metadata.name },
    });
  });

  it('does not poll a catalog that is pinned by digest', () => {
    const catalog = { ...fluxReleases.catalog, version: 'sha256:abc' };
    expect(applied(flux({ releases: { catalog } }), 'catalog').spec).toEqual({
      source: { type: 'Image', image: { ref: 'quay.io/operatorhubio/catalog@sha256:abc' } },
    });
  });
});

describe('secrets', () => {
  it('reach Kubernetes by write-only arguments, from variables that are not kept', () => {
    const { resource, variable } = flux({ ageKey: { from: 'variable' }, secretsRevision: 2 });
    expect(resource.kubernetes_secret_v1!['edge-secret-sops-age']).toMatchObject({
      metadata: { name: 'sops-age', namespace: 'flux-system' },
      data_wo: { 'age.agekey': '${var.edge_age_key}' },
      data_wo_revision: 2,
    });
    expect(resource.kubernetes_secret_v1!['edge-secret-sops-age']).not.toHaveProperty('data');
    expect(variable!.edge_age_key).toEqual({ type: 'string', sensitive: true, ephemeral: true });
  });

  it('come from a file on the machine as well', () => {
    const { resource, variable } = flux({ ageKey: { from: 'file', path: '~/.config/sops/age/keys.txt' } });
    expect(resource.kubernetes_secret_v1!['edge-secret-sops-age']).toMatchObject({
      data_wo: { 'age.agekey': '${file(pathexpand("~/.config/sops/age/keys.txt"))}' },
    });
    expect(variable).toBeUndefined();
  });

  it('are named by the FluxInstance where they exist, and only there', () => {
    const without = applied(flux(), 'flux-instance').spec;
    expect(without).not.toHaveProperty('kustomize');
    expect(without.sync).not.toHaveProperty('pullSecret');
    const json = flux({
      ageKey: { from: 'variable' },
      gitCredentials: { username: 'git', password: { from: 'variable' } },
    });
    const { kustomize, sync: synced } = applied(json, 'flux-instance').spec as {
      kustomize: { patches: { patch: string }[] };
      sync: { pullSecret: string };
    };
    expect(JSON.parse(kustomize.patches[0]!.patch)).toEqual([
      { op: 'add', path: '/spec/decryption', value: { provider: 'sops', secretRef: { name: 'sops-age' } } },
    ]);
    expect(synced.pullSecret).toBe('flux-system');
  });
});

describe('what is installed', () => {
  it('is the FluxInstance of the one name, source watcher included', () => {
    const { metadata, spec } = applied(flux(), 'flux-instance');
    expect(metadata).toMatchObject({ name: 'flux', namespace: 'flux-system' });
    expect(spec.components).toContain('source-watcher');
    expect(spec.sync).toEqual({ kind: 'GitRepository', ...sync, ref: 'refs/heads/main', interval: '5m' });
  });

  it('is pinned in one table, each line of which reaches what it is about', () => {
    for (const key of Object.keys(fluxReleases) as (keyof typeof fluxReleases)[]) {
      const releases = { [key]: { version: 'v9.9.9-test', source: 'https://example.com/{version}/mark' } };
      expect(JSON.stringify(flux({ releases })), key).toContain('v9.9.9-test');
      expect(JSON.stringify(flux({ releases })), key).toContain('mark');
    }
  });

  it('hands on what Flux and the shell expand exactly as written', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('$', '{', '}', '%', 'a', '"', '\\', '\n') }), (path) => {
        const json = flux({ sync: { ...sync, path } });
        const body = json.resource.kubectl_manifest!['edge-flux-instance']!.yaml_body as string;
        // Terraform takes `$${` for the text `${`, whatever stands before it
        expect(body).not.toMatch(/(?<![$])[$]\{|(?<!%)%\{/);
        expect((applied(json, 'flux-instance').spec.sync as { path: string }).path).toBe(path);
      }),
      { numRuns: 60 },
    );
  });
});

describe('access to the cluster', () => {
  it('is left to the environment unless given', () => {
    const { provider } = flux();
    expect(provider.helm).toEqual([{}]);
    expect(provider.kubernetes).toEqual([{}]);
    expect(provider.kubectl).toEqual([{ apply_retry_count: 30 }]);
  });

  it('is the same for all three providers', () => {
    const { provider } = flux({ access: { kubeconfig: './kubeconfig', context: 'admin' } });
    const connection = { config_path: './kubeconfig', config_context: 'admin' };
    expect(provider.helm).toEqual([{ kubernetes: connection }]);
    expect(provider.kubernetes).toEqual([connection]);
    expect(provider.kubectl![0]).toMatchObject({ ...connection, load_config_file: true });
  });

  it("keeps the user's own kubeconfig out where credentials are given", () => {
    const access = {
      host: 'https://192.0.2.10:6443',
      clusterCaCertificate: 'a',
      clientCertificate: 'b',
      clientKey: '${c}',
    };
    expect(flux({ access }).provider.kubectl![0]).toMatchObject({ host: access.host, load_config_file: false });
  });
});
