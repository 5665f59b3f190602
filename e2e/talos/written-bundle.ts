import type { MachineSecrets } from '../../lib/talos';

interface WrittenAuthority {
  readonly crt: string;
  readonly key: string;
}

/** A bundle as `secrets.yaml` holds it: PEM in Base64. */
export interface WrittenBundle {
  readonly cluster: { readonly id: string; readonly secret: string };
  readonly secrets: { readonly bootstraptoken: string; readonly secretboxencryptionsecret: string };
  readonly trustdinfo: { readonly token: string };
  readonly certs: {
    readonly etcd: WrittenAuthority;
    readonly k8s: WrittenAuthority;
    readonly k8saggregator: WrittenAuthority;
    readonly k8sserviceaccount: { readonly key: string };
    readonly os: WrittenAuthority;
  };
}

/** The same as the library takes it. */
export function bundleOf({ cluster, secrets, trustdinfo, certs }: WrittenBundle): MachineSecrets {
  const authority = ({ crt, key }: WrittenAuthority) => ({ crt: pem(crt), key: pem(key) });
  return {
    cluster,
    secrets: {
      bootstrapToken: secrets.bootstraptoken,
      encryption: { provider: 'secretbox', secret: secrets.secretboxencryptionsecret },
    },
    trustdInfo: trustdinfo,
    certs: {
      etcd: authority(certs.etcd),
      k8s: authority(certs.k8s),
      k8sAggregator: authority(certs.k8saggregator),
      k8sServiceAccount: { key: pem(certs.k8sserviceaccount.key) },
      os: authority(certs.os),
    },
  };
}

function pem(encoded: string): string {
  return Buffer.from(encoded, 'base64').toString('latin1');
}
