import type { ImportMapping, RowKind, RowsToImport } from '../collect/index.ts';
import { type WorldTableName, worldTables } from '../world/index.ts';

/** Everything comes from one system, so that an answer finds its invitation and its encounter. */
const source = 'demo';
const survey = 'demo';
const surveyName = 'How we serve you';

/** How the tables of the simulated company are read, as a mapping of the wizard would say it. Truth has no row here. */
const mappings = {
  'org-units': {
    table: 'orgUnits',
    mapping: { kind: 'org-units', columns: { code: 'org_unit', name: 'name', parent: 'parent' } },
  },
  touchpoints: {
    table: 'touchpoints',
    mapping: { kind: 'touchpoints', columns: { key: 'touchpoint', name: 'name' } },
  },
  accounts: {
    table: 'accounts',
    mapping: {
      kind: 'accounts',
      columns: {
        id: 'account',
        name: 'name',
        segment: 'segment',
        revenue: 'annual_revenue',
        marginRate: 'margin_rate',
      },
      attributes: ['kind', 'org_unit', 'renewal_month'],
    },
  },
  contacts: {
    table: 'contacts',
    mapping: {
      kind: 'contacts',
      columns: { id: 'contact', account: 'account', name: 'name', role: 'role', language: 'language' },
    },
  },
  encounters: {
    table: 'encounters',
    mapping: {
      kind: 'encounters',
      source,
      columns: {
        id: 'encounter',
        account: 'account',
        contact: 'contact',
        touchpoint: 'touchpoint',
        orgUnit: 'org_unit',
        date: 'occurred_at',
      },
    },
  },
  invitations: {
    table: 'invitations',
    mapping: {
      kind: 'invitations',
      source,
      survey,
      surveyName,
      columns: {
        id: 'invitation',
        encounter: 'encounter',
        account: 'account',
        contact: 'contact',
        level: 'level',
        channel: 'channel',
        date: 'invited_at',
        outcome: 'outcome',
      },
    },
  },
  answers: {
    table: 'responses',
    mapping: {
      kind: 'answers',
      source,
      survey,
      surveyName,
      columns: {
        responseId: 'response',
        invitation: 'invitation',
        account: 'account',
        contact: 'contact',
        role: 'role',
        segment: 'segment',
        orgUnit: 'org_unit',
        level: 'level',
        touchpoint: 'touchpoint',
        channel: 'channel',
        date: 'responded_at',
        language: 'language',
      },
      scores: [
        {
          column: 'recommend',
          question: 'recommend',
          metric: 'nps',
          scale: { min: 0, max: 10 },
          text: 'How likely are you to recommend us to a friend or colleague?',
        },
        {
          column: 'satisfaction',
          question: 'satisfaction',
          metric: 'csat-top2',
          level: 'encounter',
          scale: { min: 1, max: 5 },
          text: 'How satisfied are you with this encounter?',
        },
        {
          column: 'ease',
          question: 'ease',
          metric: 'ces-7',
          level: 'encounter',
          scale: { min: 1, max: 7 },
          text: 'We made it easy for you. Do you agree?',
        },
      ],
      comments: [{ column: 'comment', question: 'comment', text: 'Why did you answer so?' }],
    },
  },
  outcomes: {
    table: 'outcomes',
    mapping: {
      kind: 'outcomes',
      columns: { account: 'account', date: 'month', leftAt: 'left_at', leaveReason: 'leave_reason' },
      values: [
        { column: 'revenue', outcome: 'revenue' },
        { column: 'margin', outcome: 'margin' },
      ],
    },
  },
  'service-kpis': {
    table: 'serviceKpis',
    mapping: {
      kind: 'service-kpis',
      columns: {
        orgUnit: 'org_unit',
        period: 'month',
        kpi: 'kpi',
        numerator: 'numerator',
        denominator: 'denominator',
      },
    },
  },
} as const satisfies Record<RowKind, { readonly table: WorldTableName; readonly mapping: ImportMapping }>;

export const demoTables = Object.entries(mappings).map(([kind, { table }]) => ({ kind: kind as RowKind, table }));

/** The mappings with the columns of their tables. */
export const demoShapes: RowsToImport['tables'] = Object.fromEntries(
  Object.entries(mappings).map(([kind, { table, mapping }]) => [
    kind,
    { mapping, columns: Object.keys(worldTables[table].columns) },
  ]),
);
