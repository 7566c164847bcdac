'use strict';
/** Layer rules, generated from the one table in modules.cjs. */
const table = require('./modules.cjs');

const folder = (module) => `^src/${module}/`;
const modules = table.map(({ module }) => module);
const literally = (name) => name.replace(/[/\\^$*+?.()|[\]{}]/g, '\\$&');

const mayImport = table
  .filter(({ may }) => may !== '*')
  .map(({ module, may }) => ({
    name: `${module}-imports-only-its-row`,
    comment: `modules.cjs: ${module} may import ${may.join(', ') || 'nothing'}`,
    severity: 'error',
    // A test may hold a module against any other.
    from: { path: folder(module), pathNot: '\\.test\\.tsx?$' },
    to: { path: '^src/', pathNot: `^src/(${[module, ...may].join('|')})/` },
  }));

const packages = table
  .filter(({ npm }) => npm !== '*')
  .map(({ module, npm }) => ({
    name: `${module}-npm-allow-list`,
    comment: `modules.cjs: ${module} may use ${npm.join(', ') || 'no package'}`,
    severity: 'error',
    from: { path: folder(module), pathNot: '\\.test\\.tsx?$' },
    to: {
      path: 'node_modules/',
      ...(npm.length > 0 && { pathNot: `node_modules/(@types/)?(${npm.map(literally).join('|')})/` }),
    },
  }));

module.exports = {
  forbidden: [
    ...mayImport,
    ...packages,
    {
      name: 'enter-by-the-front-door',
      comment: 'Another module is entered by its index.ts only',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: { path: '^src/([^/]+)/(?!index\\.tsx?$).+', pathNot: '^src/$1/' },
    },
    {
      name: 'pure-modules-have-no-io',
      comment: 'Pure modules import no Node core module',
      severity: 'error',
      from: {
        path: `^src/(${table
          .filter(({ pure }) => pure)
          .map(({ module }) => module)
          .join('|')})/`,
        pathNot: '\\.test\\.tsx?$',
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nobody-imports-a-face',
      comment: 'Only the command starts another face: `candor serve` is the server',
      severity: 'error',
      from: { path: '^src/([^/]+)/', pathNot: '^src/cli/' },
      to: {
        path: `^src/(${table
          .filter(({ face }) => face)
          .map(({ module }) => module)
          .join('|')})/`,
        pathNot: '^src/$1/',
      },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'only-known-modules',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: `^src/(${modules.join('|')})/` },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
  },
};
