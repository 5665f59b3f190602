import { secretReaders, type Cluster, type JsonObject } from '../../cluster';

/** Name of the file that says for whom, and how, the files below its folder are encrypted. */
export const SOPS_CONFIG = '.sops.yaml';

/** Which files a rule of `.sops.yaml` is for, and what of them is encrypted. */
export interface FilesToEncrypt {
  /** Regular expression of their paths below the folder. */
  readonly paths: string;
  /**
   * All values; or the data of Kubernetes Secrets alone, so that the rest stays readable for a review; or what stands below
   * keys of an ending.
   */
  readonly encrypt: 'all' | 'secret data' | { readonly suffix: string };
}

/** Members of a Kubernetes Secret whose values are secret. */
const SECRET_DATA = '^(data|stringData)$';

/**
 * The `.sops.yaml` of a folder of a cluster, as a file of the tree: its files are for the cluster's secret readers. The
 * first rule that fits a path decides.
 */
export function sopsConfigFile(
  cluster: Pick<Cluster, 'id' | 'gitops' | 'recipients'>,
  folder: string,
  rules: readonly FilesToEncrypt[],
) {
  // SOPS wants several recipients as one text
  const age = secretReaders(cluster).join(',');
  const document: JsonObject = {
    creation_rules: rules.map(({ paths, encrypt }) => ({
      path_regex: paths,
      encrypted_regex: encrypt === 'secret data' ? SECRET_DATA : undefined,
      encrypted_suffix: typeof encrypt === 'object' ? encrypt.suffix : undefined,
      age,
    })),
  };
  return {
    path: `${folder}/${SOPS_CONFIG}`,
    owner: cluster.id,
    body: { format: 'yaml' as const, documents: [document] },
  };
}
