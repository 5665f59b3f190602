import type { Problem } from '../problem';
import type { TerraformState } from './terraform-state';

/** What is wrong with where Terraform keeps the state. */
export function stateProblems(state: TerraformState | undefined): Problem[] {
  switch (state?.kind) {
    case 'local':
      return state.folder.startsWith('/') || /^[A-Za-z]:/.test(state.folder)
        ? [
            {
              path: 'machines.state.folder',
              what: 'an absolute path, which holds on one machine only',
              got: state.folder,
              allowed: 'a path relative to the folder of a stack',
              fix: 'write ../../.. for the folder that holds cdktf.out',
            },
          ]
        : [];
    case 's3':
      return [...secure('machines.state.endpoint', state.endpoint), ...prefixed(state.prefix)];
    case 'gcs':
      return prefixed(state.prefix);
    case 'http':
      return secure('machines.state.address', state.address);
    default:
      return [];
  }
}

/** State holds secrets, and so does a URL with a password in it. */
function secure(path: string, url: string | undefined): Problem[] {
  if (url === undefined) return [];
  const { protocol, username, password, hostname } = new URL(url);
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  return [
    ...(protocol === 'https:' || loopback
      ? []
      : [
          {
            path,
            what: 'state would travel in the clear',
            got: `${protocol}//${hostname}`,
            allowed: 'an https URL',
            fix: 'use https',
          },
        ]),
    ...(username === '' && password === ''
      ? []
      : [
          {
            path,
            what: 'the URL holds credentials',
            allowed: 'a URL without user and password',
            fix: 'give them to Terraform in its environment, such as TF_HTTP_USERNAME and TF_HTTP_PASSWORD',
          },
        ]),
  ];
}

function prefixed(prefix: string | undefined): Problem[] {
  if (prefix === undefined || !/^\/|\/$/.test(prefix)) return [];
  return [
    {
      path: 'machines.state.prefix',
      what: 'a slash at the edge of the prefix',
      got: prefix,
      allowed: 'a prefix such as plinth/states',
      fix: `write ${prefix.replaceAll(/^\/+|\/+$/g, '')}`,
    },
  ];
}
