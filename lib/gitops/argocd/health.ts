import { groupOf } from '../../artifact';
import { placedComponents, secretDelivery, type ArgoCd, type Cluster } from '../../cluster';
import { applicationHealth, applicationHealthKey } from './application-health';
import type { GroupKind } from './app-project';
import { hasBuiltInHealth } from './built-in-health';

/**
 * Health by conditions, in Lua: whatever conditions a kind reports, one that says that it is ready decides. A condition of
 * an older generation counts for nothing, and none of them for an object that is still to be seen.
 */
const conditionHealth = `local status = obj.status or {}
local generation = obj.metadata.generation
local words = { Ready = true, Available = true, Healthy = true, Accepted = true, Established = true, Programmed = true }
if status.observedGeneration ~= nil and generation ~= nil and status.observedGeneration < generation then
  return { status = "Progressing", message = "waiting for the controller" }
end
local ready = false
for _, condition in ipairs(status.conditions or {}) do
  if words[condition.type] then
    if condition.status ~= "True" then
      return { status = "Progressing", message = condition.message or "" }
    end
    ready = true
  end
end
if ready then
  return { status = "Healthy", message = "" }
end
return { status = "Progressing", message = "waiting for a condition" }
`;

/** Health in one word of the status, in Lua. */
function wordHealth(field: string, healthy: string, degraded: readonly string[]): string {
  return `local word = (obj.status or {}).${field}
if word == "${healthy}" then
  return { status = "Healthy", message = "" }
end
${degraded.map((bad) => `if word == "${bad}" then\n  return { status = "Degraded", message = word }\nend\n`).join('')}return { status = "Progressing", message = word or "" }
`;
}

// Source: sops-secrets-operator, `internal/controllers`; a Secret in its way and a key that does not fit pass with time
const sopsSecretHealth = wordHealth('message', 'Healthy', ['Decryption error']);

/** Groups whose kinds say no more than a word. Source: victoria-metrics-operator, `api/operator/v1beta1`. */
const wordsByGroup: Readonly<Record<string, string>> = {
  'operator.victoriametrics.com': wordHealth('updateStatus', 'operational', ['failed']),
  'isindir.github.com': sopsSecretHealth,
};

const sopsSecret: GroupKind = { group: 'isindir.github.com', kind: 'SopsSecret' };

/**
 * What `argocd-cm` must say about health: of Applications, of SopsSecrets where there are any, and of every kind that a
 * component names as the sign that it is ready and Argo CD knows nothing of. A wave waits for these, and for no other.
 */
export function healthCustomizations(cluster: Cluster<ArgoCd>): Readonly<Record<string, string>> {
  const kinds = placedComponents(cluster.platform)
    .flatMap(({ component }) => component.health?.(cluster) ?? [])
    .map(({ apiVersion, kind }) => ({ group: groupOf(apiVersion), kind }));
  const wanted = secretDelivery(cluster) === 'sops-secrets' ? [sopsSecret, ...kinds] : kinds;
  return {
    [applicationHealthKey]: applicationHealth,
    ...Object.fromEntries(
      wanted
        .filter((kind) => !hasBuiltInHealth(kind))
        .map((kind) => [healthKey(kind), wordsByGroup[kind.group] ?? conditionHealth]),
    ),
  };
}

function healthKey({ group, kind }: GroupKind): string {
  return `resource.customizations.health.${group}_${kind}`;
}
