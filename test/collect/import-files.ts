import { createHash } from 'node:crypto';
import type { FileKind, ImportMapping, RowsToImport } from '../../src/collect/index.ts';

/** A file held in memory, with the mapping it is read by. */
export interface FileInMemory {
  readonly kind: FileKind;
  readonly name: string;
  readonly mapping: ImportMapping;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export function rowsOf({ kind, name, mapping, columns, rows }: FileInMemory): RowsToImport {
  return {
    kind,
    fileName: name,
    fileHash: createHash('sha256')
      .update(JSON.stringify([name, rows]))
      .digest('hex'),
    tables: { [kind]: { mapping, columns } },
    // Two batches, so that what one batch names is known to the next.
    rows: [
      { kind, rows: rows.slice(0, 2) },
      { kind, rows: rows.slice(2) },
    ],
  };
}

const answers: ImportMapping = {
  kind: 'answers',
  survey: 'tool',
  source: 'tool',
  scores: [{ column: 'nps', question: 'recommend', metric: 'nps', scale: { min: 0, max: 10 } }],
  comments: [{ column: 'why', question: 'why' }],
  columns: {
    responseId: 'id',
    date: 'date',
    account: 'account',
    contact: 'who',
    role: 'role',
    touchpoint: 'where',
    level: 'level',
    segment: 'segment',
    orgUnit: 'unit',
  },
};
const answerColumns = ['id', 'date', 'nps', 'why', 'account', 'who', 'role', 'where', 'level', 'segment', 'unit'];
/** The same survey with other words, and with a question more. */
const reworded: ImportMapping = {
  ...answers,
  surveyName: 'The tool',
  scores: [
    { ...answers.scores![0]!, text: 'Would you recommend us?' },
    { column: 'why', question: 'ease', metric: 'ces-7', scale: { min: 1, max: 7 } },
  ],
  comments: [],
};
const withoutIds: ImportMapping = {
  ...answers,
  columns: Object.fromEntries(Object.entries(answers.columns).filter(([field]) => field !== 'responseId')),
};
const accounts: ImportMapping = {
  kind: 'accounts',
  columns: { id: 'id', name: 'name', segment: 'segment', parent: 'parent', revenue: 'revenue', leftAt: 'left' },
  attributes: ['trade'],
};
const accountColumns = ['id', 'name', 'segment', 'parent', 'revenue', 'left', 'trade'];
const contacts: ImportMapping = {
  kind: 'contacts',
  columns: { id: 'id', account: 'account', name: 'name', role: 'role', email: 'email' },
};
const outcomes: ImportMapping = {
  kind: 'outcomes',
  columns: { account: 'account', date: 'month', leftAt: 'left', leaveReason: 'why' },
  values: [
    { column: 'revenue', outcome: 'revenue' },
    { column: 'margin', outcome: 'margin' },
  ],
};
const kpis: ImportMapping = {
  kind: 'service-kpis',
  columns: { orgUnit: 'unit', period: 'month', kpi: 'kpi', numerator: 'n', denominator: 'd' },
};

const answersOf = (name: string, mapping: ImportMapping, rows: string[][]): FileInMemory => ({
  kind: 'answers',
  name,
  mapping,
  columns: answerColumns,
  rows,
});

/** Files that overlap in every way: ids, accounts, contacts, facts, surveys in other words. */
export const overlappingFiles: readonly FileInMemory[] = [
  answersOf('answers-1', answers, [
    ['1', '2026-03-01', '9', 'good', 'A', 'ann@a.example', 'CEO', 'Shop', 'relationship', 'small', 'U1'],
    ['2', '2026-03-02', '3', '', 'A', 'bob', 'user', 'shop', 'encounter', 'small', ''],
    ['3', '2026-03-02', '10', 'fine', 'B', '', '', 'Web', 'encounter', '', 'U2'],
    ['3', '2026-03-09', '1', 'twice', 'Z', '', '', 'Web', 'encounter', '', 'U2'],
  ]),
  answersOf('answers-2', answers, [
    ['2', '2026-03-05', '7', 'changed', 'C', 'cai', 'payer', 'Phone', 'encounter', 'large', 'U3'],
    ['3', '2026-03-02', '10', 'fine', 'B', '', '', 'Web', 'encounter', '', 'U2'],
    ['4', '2026-04-01', '0', '', 'D', 'dan', '', '', 'relationship', 'large', ''],
  ]),
  answersOf('answers-3', reworded, [
    ['1', '2026-03-01', '8', '5', 'A', 'ann@a.example', 'CEO', 'Shop', 'relationship', 'small', 'U1'],
    ['5', '2026-05-01', '6', '', 'E', '', '', 'web', 'encounter', '', ''],
    ['x1', '2026-05-01', '6', '7', 'F', '', '', 'web', 'encounter', '', ''],
  ]),
  answersOf('answers-without-ids', withoutIds, [
    ['', '2026-06-01', '9', 'good', 'A', '', '', '', 'relationship', '', ''],
    ['', '2026-06-01', '9', 'good', 'A', '', '', '', 'relationship', '', ''],
    ['', '2026-06-02', '2', '', 'G', '', '', '', 'relationship', '', ''],
  ]),
  answersOf('answers-without-ids-later', withoutIds, [
    ['', '2026-06-03', '5', '', 'A', '', '', '', 'relationship', '', ''],
    ['', '2026-06-01', '9', 'good', 'A', '', '', '', 'relationship', '', ''],
    ['', '2026-06-01', '9', 'good', 'A', '', '', '', 'relationship', '', ''],
    ['', '2026-06-01', '9', 'good', 'A', '', '', '', 'relationship', '', ''],
  ]),
  {
    kind: 'accounts',
    name: 'accounts-1',
    mapping: accounts,
    columns: accountColumns,
    rows: [
      ['A', 'Acme', 'small', 'P', '1250,50'.replace(',', '.'), '', 'steel'],
      ['B', 'Beta', '', '', '', '2026-05-01', ''],
      ['hand', 'Hand made by file', 'large', '', '10', '', 'wood'],
      ['P', 'Parent', '', '', '', '', ''],
    ],
  },
  {
    kind: 'accounts',
    name: 'accounts-2',
    mapping: accounts,
    columns: accountColumns,
    rows: [
      ['A', '', 'large', 'Q', '99', '2026-04-01', ''],
      ['Q', 'Other parent', '', 'P', '', '', ''],
      ['D', 'Delta', 'small', '', '', '', 'glass'],
    ],
  },
  {
    kind: 'contacts',
    name: 'contacts-1',
    mapping: contacts,
    columns: ['id', 'account', 'name', 'role', 'email'],
    rows: [
      ['bob', 'A', 'Bob', 'decision maker and contact person', 'bob@a.example'],
      ['ann@a.example', 'A', 'Ann', 'payer', ''],
      ['bob', 'B', '', 'user', ''],
    ],
  },
  {
    kind: 'contacts',
    name: 'contacts-2',
    mapping: contacts,
    columns: ['id', 'account', 'name', 'role', 'email'],
    rows: [
      ['bob', 'A', 'Robert', 'decision maker', ''],
      ['eve', 'H', 'Eve', '', 'eve@h.example'],
    ],
  },
  {
    kind: 'outcomes',
    name: 'outcomes-1',
    mapping: outcomes,
    columns: ['account', 'month', 'revenue', 'margin', 'left', 'why'],
    rows: [
      ['A', '2026-01', '100', '40', '', ''],
      ['A', '2026-02', '110', '', '2026-02-28', 'price'],
      ['B', '2026-01', '5', '1', '', ''],
    ],
  },
  {
    kind: 'outcomes',
    name: 'outcomes-2',
    mapping: outcomes,
    columns: ['account', 'month', 'revenue', 'margin', 'left', 'why'],
    rows: [
      ['A', '2026-02', '111', '45', '2026-02-28', 'service'],
      ['A', '2026-03', '120', '', '', ''],
      ['K', '2026-01', '7', '2', '2026-03-31', ''],
    ],
  },
  {
    kind: 'service-kpis',
    name: 'kpis-1',
    mapping: kpis,
    columns: ['unit', 'month', 'kpi', 'n', 'd'],
    rows: [
      ['U1', '2026-01', 'answering speed', '900', '30'],
      ['U9', '2026-01', 'answering speed', '800', '20'],
    ],
  },
  {
    kind: 'service-kpis',
    name: 'kpis-2',
    mapping: kpis,
    columns: ['unit', 'month', 'kpi', 'n', 'd'],
    rows: [
      ['U1', '2026-01', 'answering speed', '950', '31'],
      ['U1', '2026-02', 'answering speed', '700', '29'],
    ],
  },
];
