import type { Problem } from '../problem';

const LABEL = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** A name that becomes a part of names at the infrastructure and of addresses in Terraform. */
export function addressLabelProblems(path: string, name: string): Problem[] {
  if (LABEL.test(name) && name.length <= 40) return [];
  return [
    {
      path,
      what: 'not a name',
      got: name,
      allowed: 'lower-case letters, digits and inner hyphens, 40 at most',
      fix: 'choose another',
    },
  ];
}

/** Things of one sort that would have one name, since names are made of several parts with hyphens between. */
export function sameNameProblems(
  what: string,
  all: readonly { readonly path: string; readonly name: string }[],
): Problem[] {
  return all.flatMap(({ path, name }, i): Problem[] => {
    const first = all[all.findIndex((other) => other.name === name)];
    if (first === undefined || all.indexOf(first) === i || first.path === path) return [];
    return [
      {
        path,
        what: `the ${what} has the same name as that of ${first.path}`,
        got: name,
        allowed: 'a name of its own',
        fix: 'rename one of the two',
      },
    ];
  });
}
