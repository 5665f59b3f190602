import { describe, expect, it } from 'vitest';
import { addons, stage } from '../../lib/cluster';
import { closure, dot, html, mermaid, platformDrawing, svg } from '../../lib/platform';
import { component } from '../support/definition';

const platform = [
  addons(
    component('cilium', {
      provides: ['cni'],
      chart: { name: 'cilium', version: '1.19.0', repository: 'https://helm.cilium.io' },
    }),
  ),
  stage('apps', component('shop', { requires: ['cni', 'crd/<x>"#'] }), component('crds', { provides: ['crd/<x>"#'] })),
];
const members = closure({
  platform,
  engine: { name: 'flux', namespace: 'flux-system', requires: ['cni'], secrets: [] },
  decryption: { requires: [], byEngine: true },
  secretsOf: () => [],
});
const drawing = platformDrawing({ id: 'test/"edge"', platform }, members);

describe('the picture of a platform', () => {
  it('has a frame for each stage and an arrow for each pair, bootstrap marked', () => {
    expect(drawing).toEqual({
      title: 'test/"edge"',
      stages: [
        {
          title: 'addons (by Cluster API)',
          components: [{ id: 'cilium-system/cilium', version: '1.19.0', bootstrap: true }],
        },
        {
          title: 'apps',
          components: [
            { id: 'shop-system/shop', version: undefined, bootstrap: false },
            { id: 'crds-system/crds', version: undefined, bootstrap: false },
          ],
        },
      ],
      edges: [
        { from: 'cilium-system/cilium', to: 'shop-system/shop', capabilities: ['cni'] },
        { from: 'crds-system/crds', to: 'shop-system/shop', capabilities: ['crd/<x>"#'] },
      ],
    });
  });

  it('is a Mermaid flowchart with every text escaped', () => {
    expect(mermaid(drawing)).toMatchInlineSnapshot(`
      "---
      title: "test/\\"edge\\""
      ---
      flowchart LR
        subgraph s0["addons (by Cluster API)"]
          c0["cilium-system/cilium<br/>1.19.0"]
        end
        subgraph s1["apps"]
          c1["shop-system/shop"]
          c2["crds-system/crds"]
        end
        c0 -->|"cni"| c1
        c2 -->|"crd/#lt;x#gt;#quot;#35;"| c1
        classDef bootstrap fill:#ffec8b,stroke:#8b8b00,color:#000
        class c0 bootstrap
      "
    `);
  });

  it('is Graphviz input with every text escaped', () => {
    expect(dot(drawing)).toMatchInlineSnapshot(`
      "digraph "test/\\"edge\\"" {
        rankdir=LR;
        fontname="sans-serif";
        node [shape=box, style="rounded,filled", fillcolor=white, fontname="sans-serif", fontsize=11];
        edge [fontname="sans-serif", fontsize=9, color=gray40, fontcolor=gray40];
        subgraph "cluster_0" {
          label="addons (by Cluster API)";
          color=gray60;
          "cilium-system/cilium" [label="cilium-system/cilium\\n1.19.0", fillcolor=lightgoldenrod1];
        }
        subgraph "cluster_1" {
          label="apps";
          color=gray60;
          "shop-system/shop" [label="shop-system/shop"];
          "crds-system/crds" [label="crds-system/crds"];
        }
        "cilium-system/cilium" -> "shop-system/shop" [label="cni"];
        "crds-system/crds" -> "shop-system/shop" [label="crd/<x>\\"#"];
      }
      "
    `);
  });

  it('is an SVG that Graphviz draws, the same each time', async () => {
    const first = await svg(drawing);
    expect(first).toContain('<title>cilium&#45;system/cilium&#45;&gt;shop&#45;system/shop</title>');
    expect(first).toContain('crd/&lt;x&gt;&quot;#');
    expect(await svg(drawing)).toBe(first);
  });

  it('is one HTML page with the bootstrap set below it', async () => {
    const page = await html(drawing, members);
    expect(page).toContain('<title>test/&quot;edge&quot;</title>');
    expect(page).toContain('<tr><td>component cilium-system/cilium (chart cilium 1.19.0)</td><td>by Cluster API</td>');
    expect(page.match(/<svg/g)).toHaveLength(1);
    expect(page).not.toContain('<?xml');
  });
});
