import { talosSupport } from '../catalogue/talos';
import { namedProviders, providerProblems, type ProviderVersions } from '../infrastructure/provider-rules';
import type { Problem } from '../problem';
import { compareMinor, isExactChartVersion, isExactRelease, minorOf } from '../version';
import { rule } from './rule';

function releaseProblems(path: string, version: string, example: string): Problem[] {
  if (isExactRelease(version)) return [];
  const fix = isExactRelease(`v${version}`)
    ? `write v${version}`
    : 'pin one release; a range or a moving name changes what the same definition gives';
  return [{ path, what: 'not an exact version', got: version, allowed: `an exact version such as ${example}`, fix }];
}

export const versions = [
  rule(['versions'], ({ versions: { kubernetes, talos } }) => [
    ...releaseProblems('versions.kubernetes', kubernetes, 'v1.35.0'),
    ...releaseProblems('versions.talos', talos, 'v1.12.2'),
  ]),
  rule(['versions'], ({ versions: { kubernetes, talos } }) => {
    if (!isExactRelease(kubernetes) || !isExactRelease(talos)) return [];
    const window = talosSupport[minorOf(talos)];
    if (window === undefined)
      return [
        {
          path: 'versions.talos',
          what: 'unknown Talos release',
          got: talos,
          allowed: `Talos ${Object.keys(talosSupport).join(', ')}`,
          fix: 'choose a supported release',
        },
      ];
    const [first, last] = window;
    const minor = minorOf(kubernetes);
    if (compareMinor(first, minor) <= 0 && compareMinor(minor, last) <= 0) return [];
    return [
      {
        path: 'versions.kubernetes',
        what: `not supported by Talos ${talos}`,
        got: kubernetes,
        allowed: `Kubernetes ${first} to ${last}`,
        fix: 'change one of the two versions',
      },
    ];
  }),
  rule(['gitops'], ({ gitops }) =>
    releaseProblems('gitops.version', gitops.version, gitops.kind === 'flux' ? 'v2.7.3' : 'v3.2.6'),
  ),
  rule(['machines'], ({ machines }) => {
    if (!('managedBy' in machines)) return [];
    const versions: ProviderVersions = machines.managedBy;
    return [
      ...namedProviders(versions).flatMap((provider) =>
        releaseProblems(`machines.managedBy.${provider}`, versions[provider] ?? '', 'v1.10.10'),
      ),
      ...providerProblems(versions),
    ];
  }),
  rule(['platform'], ({ platform }) =>
    platform.flatMap((stage) =>
      stage.components.flatMap(({ name, chart }): Problem[] =>
        chart === undefined || isExactChartVersion(chart.version)
          ? []
          : [
              {
                path: `platform.${stage.name}.${name}.version`,
                what: 'not an exact chart version',
                got: chart.version,
                allowed: 'an exact version such as 1.19.2',
                fix: 'pin one release of the chart',
              },
            ],
      ),
    ),
  ),
];
