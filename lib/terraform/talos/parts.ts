import type { Cluster } from '../../cluster';
import type { TalosClientConfiguration } from './client';
import type { TalosProvider } from './providers/talos/generated/provider';
import type { SecretsIn } from './sealed-files';

/** What every use of the Talos provider here takes. */
export interface TalosParts {
  readonly cluster: Pick<Cluster, 'group' | 'name' | 'network'>;
  readonly secretsIn: SecretsIn;
  readonly client: TalosClientConfiguration;
  readonly provider: TalosProvider | undefined;
}
