import { inClusterService } from '../in-cluster-host';
import type { Problem } from '../problem';
import { rule } from './rule';

const URL_FORM = /^(https:\/\/|ssh:\/\/|git@)[^\s]+$/;

export const repository = [
  rule(
    ['gitops'],
    ({
      gitops: {
        repository: { url, revision, path },
      },
    }) => {
      const problems: Problem[] = [];
      // within the cluster there is nobody to trust a certificate for
      if (!URL_FORM.test(url) && !(url.startsWith('http://') && inClusterService(url) !== undefined))
        problems.push({
          path: 'gitops.repository.url',
          what: 'not a repository URL',
          got: url,
          allowed: 'https://…, ssh://… or git@…; http://… of a Service of the cluster',
          fix: 'write the URL that the engine clones',
        });
      // user info in a URL is a credential in plain text, in every Application that carries it
      else if (/^https?:\/\/[^/]*@/.test(url))
        problems.push({
          path: 'gitops.repository.url',
          what: 'the URL carries a credential',
          fix: 'remove user and password, and give them to the engine as a repository secret',
        });
      if (revision === '')
        problems.push({
          path: 'gitops.repository.revision',
          what: 'empty',
          got: revision,
          allowed: 'a branch, a tag, a commit or HEAD',
          fix: 'name one',
        });
      if (/^\/|\/$|(^|\/)\.\.?(\/|$)/.test(path))
        problems.push({
          path: 'gitops.repository.path',
          what: 'not a folder inside the repository',
          got: path,
          allowed: 'a relative path without ., .. and outer slashes',
          fix: 'write it relative to the root of the repository',
        });
      // the engine reads the path inside globs and templates of its own
      else if (/[*?[\]{}]/.test(path))
        problems.push({
          path: 'gitops.repository.path',
          what: 'characters that a glob or a template reads as its own',
          got: path,
          allowed: 'a path without *, ?, brackets and braces',
          fix: 'rename the folder',
        });
      return problems;
    },
  ),
];
