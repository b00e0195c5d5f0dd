/** The arrows of the house, kept by a machine. See ARCHITECTURE.md. */
const slice = '^server/src/(?!platform/)([^/]+)/';
/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'the-law-is-pure',
      comment: 'The domain imports nothing but itself and zod.',
      severity: 'error',
      from: { path: '^domain/', pathNot: '\\.(test|fixture)\\.ts$' },
      to: { pathNot: ['^domain/', 'node_modules/zod/'] },
    },
    {
      name: 'the-line-knows-nobody',
      severity: 'error',
      from: { path: '^zalo/src/' },
      to: { path: '^(domain|server|web|zalo-sim)/' },
    },
    {
      name: 'the-street-knows-nobody',
      severity: 'error',
      from: { path: '^zalo-sim/' },
      to: { path: '^(domain|server|web|zalo)/' },
    },
    {
      name: 'the-counter-reads-only-contracts',
      comment: 'The web reads the domain and the schema files of slices, nothing else of the server.',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|zalo|zalo-sim)/', pathNot: '^server/src/[^/]+/schema\\.ts$' },
    },
    {
      name: 'contracts-are-plain',
      severity: 'error',
      from: { path: '^server/src/[^/]+/schema\\.ts$' },
      to: { pathNot: ['^domain/', 'node_modules/zod/', '^server/src/[^/]+/schema\\.ts$'] },
    },
    {
      name: 'platform-knows-no-slice',
      severity: 'error',
      from: { path: '^server/src/platform/', pathNot: '\\.test\\.ts$' },
      to: { path: '^server/src/', pathNot: '^server/src/platform/' },
    },
    {
      name: 'edges-are-not-imported',
      comment: 'Only app, worker and cli import routes and jobs.',
      severity: 'error',
      from: { path: slice, pathNot: '\\.test\\.ts$' },
      to: { path: `${slice}(routes|jobs)[^/]*\\.ts$` },
    },
    {
      name: 'edges-speak-no-sql',
      severity: 'error',
      from: { path: `${slice}(routes|jobs)\\.ts$` },
      to: { path: 'node_modules/pg/' },
    },
    {
      name: 'verbs-speak-no-sql',
      comment: 'SQL lives in store files.',
      severity: 'error',
      from: { path: slice, pathNot: ['/[^/]*store[^/]*\\.ts$', '\\.test\\.ts$'] },
      to: {
        path: 'node_modules/(pg|fastify)/',
        pathNot: 'fastify',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'stores-do-not-decide',
      severity: 'error',
      from: { path: `${slice}[^/]*store[^/]*\\.ts$` },
      to: { path: slice, pathNot: ['/[^/]*store[^/]*\\.ts$', '/schema\\.ts$'] },
    },
    {
      name: 'no-orphans',
      severity: 'warn',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.test\\.ts$', 'config'] },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['dist/', '^web/www/', 'coverage/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};
