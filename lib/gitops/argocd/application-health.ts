/** Key of `argocd-cm` that tells Argo CD how to read the health of its own Applications. */
export const applicationHealthKey = 'resource.customizations.health.argoproj.io_Application';

/**
 * Health of an Application as its parent sees it, in Lua. Argo CD reads none by itself since 1.8, and a wave only waits
 * for what has a health; without this every wave of an app-of-apps begins at once.
 *
 * An Application that neither matches its source nor was ever synced is still to come, whatever its health says: newer
 * versions count resources that are missing as healthy.
 */
export const applicationHealth = `local status = obj.status or {}
local sync = status.sync or {}
local health = status.health or {}
if status.operationState == nil and sync.status ~= "Synced" then
  return { status = "Progressing", message = "waiting for the first sync" }
end
return { status = health.status or "Progressing", message = health.message or "" }
`;
