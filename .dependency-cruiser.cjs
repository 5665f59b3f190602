// The import table of docs/architecture.md, checked with the tests. Types count; cycles are refused.
const table = require('./import-table.cjs');
const escape = (room) => room.replace('/', '\\/');
const ours = '^(lib|stacks|charts|clusters|cli|test|bench|e2e)\\/';
const entry = '^(stacks|charts)/main\\.ts$';

module.exports = {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphan', severity: 'error', from: { orphan: true, path: '^(lib|stacks|charts|cli)/' }, to: {} },
    ...Object.entries(table).map(([room, allowed]) => ({
      name: `rooms-${room.replace('/', '-')}`,
      comment: `${room} may import ${allowed.join(', ') || 'nothing of ours'}`,
      severity: 'error',
      from: { path: `^${escape(room)}/`, pathNot: entry },
      to: { path: ours, pathNot: `^(${[room, ...allowed].map(escape).join('|')})/` },
    })),
    {
      name: 'through-the-door',
      comment: 'another room is imported through its index.ts',
      severity: 'error',
      from: { path: '^(lib/[^/]+|stacks|charts|cli)/' },
      to: {
        path: '^(lib/[^/]+)/',
        pathNot: ['^$1/', '^lib/[^/]+/index\\.ts$', '^lib/(artifact|terraform|capi|gitops)/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'not-the-own-door',
      comment: 'inside a room, files import each other, not the index.ts that is for others',
      severity: 'error',
      from: { path: '^(lib/[^/]+)/' },
      to: { path: '^$1/index\\.ts$' },
    },
    {
      name: 'config-readers',
      comment: 'only cli and the two main.ts read plinth.config.ts',
      severity: 'error',
      from: { pathNot: ['^cli/', entry, '^test/'] },
      to: { path: '^plinth\\.config\\.ts$' },
    },
    {
      name: 'no-cli-from-below',
      severity: 'error',
      from: { path: '^(lib|stacks|charts|clusters)/', pathNot: entry },
      to: { path: '^cli/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
