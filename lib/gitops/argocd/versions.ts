import { compareMinor, minorOf } from '../../cluster';

/** Whether a retried sync can take the newest revision instead of the one that failed. Source: Argo CD v3.2, Application CRD. */
export function canRetryWithNewRevision(version: string): boolean {
  return compareMinor(minorOf(version), '3.2') >= 0;
}
