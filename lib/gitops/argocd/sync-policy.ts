import type { JsonObject } from '../../cluster';
import { canRetryWithNewRevision } from './versions';

/** How an Application follows its source. */
export interface SyncPolicyProps {
  /** Exact version of Argo CD. */
  readonly version: string;
  /** Delete what the source no longer holds. @default true */
  readonly prune?: boolean;
  /** Labels of the namespace, which Argo CD then manages. @default - none */
  readonly namespaceLabels?: Readonly<Record<string, string>>;
}

/**
 * Automatic sync: applies server-side, with more options where there are any, and tries again until it works.
 *
 * Server-side because the last-applied annotation cannot hold the larger CRDs, Argo CD's own among them (limit 262,144
 * bytes). Source: Argo CD 3.3, upgrade notes.
 */
export function syncPolicy(
  { version, prune = true, namespaceLabels }: SyncPolicyProps,
  ...options: readonly string[]
): JsonObject {
  return {
    automated: { prune, selfHeal: true },
    syncOptions: ['ServerSideApply=true', ...options],
    retry: {
      ...attempts(version),
      backoff: { duration: '5s', factor: 2, maxDuration: '3m' },
    },
    managedNamespaceMetadata: namespaceLabels === undefined ? undefined : { labels: namespaceLabels },
  };
}

/**
 * On a new cluster an Application may have to wait for the CRDs of another for as long as that takes, and Argo CD does not
 * sync a revision again once its attempts are used up. Endless attempts must then be able to take a later revision, or the
 * commit that mends a broken one would never be seen.
 */
function attempts(version: string): JsonObject {
  return canRetryWithNewRevision(version) ? { limit: -1, refresh: true } : { limit: 20 };
}

/** The annotation that puts an object into a wave of its sync. */
export function waveAnnotation(wave: number): Readonly<Record<string, string>> {
  return { 'argocd.argoproj.io/sync-wave': String(wave) };
}

/** Machine templates of the past are cheap; a file that is lost from Git must not take a cluster with it. */
export const pruneMachines = false;
