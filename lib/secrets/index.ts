// what making a secret takes from the world
export type { Entropy, Issuance } from './pki/issuance';
export type { CertificateAndKey } from './pki/certificate-and-key';
// the secrets bundle of a Talos cluster
export type { EtcdEncryption, SecretsBundle } from './bundle/bundle';
export { encodePem } from './bundle/base64';
export { BundleError, type BundleProblem } from './bundle/bundle-error';
export { formatBundle } from './bundle/format';
export { generateBundle, type BundleOptions } from './bundle/generate';
export { parseBundle } from './bundle/parse';
// credentials made from it
export { issueKubernetesClient, newKubeconfig, type KubernetesClientOptions } from './credentials/kubeconfig';
export { readTalosconfig, type TalosClient, type Talosconfig, type TalosContext } from './credentials/read-talosconfig';
export { replaceEndpoints } from './credentials/replace-endpoints';
export { rotateTalosconfig, type RotationOptions } from './credentials/rotate-talosconfig';
export { issueTalosClient } from './credentials/talos-client';
export { newTalosconfig, type TalosconfigOptions } from './credentials/talosconfig';
export { checkRoles } from './credentials/talos-roles';
// age: identities, and where SOPS looks for them
export { generateIdentity, isRecipient, recipientOf, type Identity, type Recipient } from './age/identity';
export { RecipientError } from './age/data-key';
export { discoverKeys, thisMachine, type DiscoveredKeys, type KeyMachine } from './age/discover';
// SOPS files
export { decryptWith, decryptYaml, plainText, recipientsOf, type KeysFor } from './sops/open';
export { openFile, readEncrypted, type EncryptedFile, type OpenFile } from './sops/decrypt';
export { unlock } from './sops/unlock';
export { encryptYaml, updateReaders, type WriteOptions } from './sops/encrypt';
export { areSameReaders, type Readers } from './sops/readers';
export type { EncryptionRule, Selector } from './sops/rule';
export type { Randomness } from './sops/seal-documents';
export { parseSopsConfig, ruleFor, SopsConfigError, type CreationRule, type SopsConfig } from './sops/config';
export { SOPS_CONFIG, sopsConfigFile, type FilesToEncrypt } from './sops/config-file';
export { SopsError } from './sops/error';
// how go-yaml reads and writes scalars, which the image factory's schematics share
export { yamlFloat } from './sops/float-text';
export { readTime } from './sops/timestamp';
// values of named secrets
export { formatSecretValues, ONLY_KEY, readSecretValues, type SecretValues } from './values';
