import { LocalBackend, TerraformStack, Testing } from 'cdktf';
import { defineCluster, hetzner, type ClusterDefinition } from '../../lib/cluster';
import { StackRoot } from '../../lib/terraform';
import { HetznerMachines } from '../../lib/terraform/hetzner';
import { hetznerMachinesDefinition } from '../../test/support/clusters-terraform';
import { hcloud, imager } from '../../tools/bindings/selection';
import type { Tally } from '../tally';
import { Workspace } from './workspace';

const snapshot = '4711';

/** Servers made of a snapshot that Terraform makes first. Both providers are played: the imager's is not to be had as source. */
export function checkImages(tally: Tally): void {
  const check = (name: string, held: boolean, detail: () => string) => {
    tally.check(`hetzner, its image made by terraform: ${name}`, held, detail);
  };
  // ids of Hetzner are numbers, which other resources take as such
  const ids = Object.fromEntries(hcloud.resources.map((type, index) => [type, { id: String(index + 1) }]));
  const workspace = new Workspace()
    .played(hcloud, ids)
    .played(imager, { imager_image: { id: snapshot, image_id: snapshot } });
  try {
    workspace.write(machines('v1.12.2'));
    for (const args of [['init', '-input=false'], ['validate'], ['apply', '-input=false', '-auto-approve']]) {
      const { ok, output } = workspace.terraform(...args, '-no-color');
      check(args[0] ?? '', ok, () => output);
    }
    const made = workspace.takeJournal().map(({ type, values }) => ({ type, image: values.image }));
    const order = made.map(({ type }) => type);
    check('the snapshot is there before the first server', before(order, 'imager_image', 'hcloud_server'), () =>
      order.join('\n'),
    );
    const images = made.filter(({ type }) => type === 'hcloud_server').map(({ image }) => image);
    check('every server is made of it', images.length === 5 && images.every((image) => image === snapshot), () =>
      images.join(', '),
    );
    const again = workspace.planIsEmpty();
    check('a second plan is empty', again.ok, () => again.output);

    // the real provider makes another snapshot then; what matters here is that the servers stay
    workspace.write(machines('v1.12.3'));
    const upgraded = workspace.terraform('apply', '-input=false', '-auto-approve', '-no-color');
    check('apply for a newer Talos', upgraded.ok, () => upgraded.output);
    const changed = workspace.takeJournal().filter(({ type }) => type !== 'imager_image');
    check('a newer Talos touches no server', changed.length === 0, () => changed.map(({ type }) => type).join(', '));
  } finally {
    workspace.remove();
  }
}

function before(order: readonly string[], first: string, second: string): boolean {
  return order.includes(first) && order.indexOf(first) < order.indexOf(second);
}

function machines(version: string): string {
  const definition = hetznerMachinesDefinition();
  const { machines: servers } = definition as {
    machines: Extract<ClusterDefinition['machines'], { kind: 'hetzner-machines' }>;
  };
  const cluster = defineCluster({
    ...definition,
    versions: { ...definition.versions, talos: version },
    machines: { ...servers, image: hetzner.upload() },
  });
  const stack = new TerraformStack(new StackRoot(), 'machines');
  new LocalBackend(stack, { path: 'terraform.tfstate' });
  new HetznerMachines(stack, 'machines', { cluster });
  return Testing.synth(stack, true);
}
