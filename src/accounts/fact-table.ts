/** A table of facts that imports bring: of two that tell the same fact, the later one is in force. */
export interface FactTable {
  readonly entity: 'outcome' | 'kpi';
  readonly table: 'outcome_fact' | 'kpi_fact';
  /** Column -> type, the whole fact. */
  readonly columns: Readonly<Record<string, string>>;
  /** The columns that say which fact it is. */
  readonly key: readonly string[];
  /** The key as two texts over the row `f`, for the rows that are not in force. */
  readonly source: string;
  readonly externalId: string;
}

export const outcomeTable: FactTable = {
  entity: 'outcome',
  table: 'outcome_fact',
  columns: {
    source: 'text',
    external_id: 'text',
    account_id: 'uuid',
    kind: 'text',
    occurred_at: 'timestamptz',
    value: 'bigint',
  },
  key: ['source', 'external_id'],
  source: 'f.source',
  externalId: 'f.external_id',
};

export const kpiTable: FactTable = {
  entity: 'kpi',
  table: 'kpi_fact',
  columns: {
    org_unit_id: 'uuid',
    kpi: 'text',
    period_from: 'date',
    period_to: 'date',
    numerator: 'bigint',
    denominator: 'bigint',
  },
  key: ['org_unit_id', 'kpi', 'period_from', 'period_to'],
  source: 'f.org_unit_id::text',
  externalId: "f.kpi || '|' || f.period_from || '|' || f.period_to",
};

/** What an account did at a time. Whole units as the kind says: minor units of the workspace's currency for money. */
export interface OutcomeFact {
  readonly source: string;
  readonly externalId: string;
  readonly accountId: string;
  readonly kind: string;
  readonly occurredAt: Date;
  readonly value: number;
}

/** A service figure of an org unit in a half-open period of days. */
export interface KpiFact {
  readonly orgUnitId: string;
  readonly kpi: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly numerator: number;
  readonly denominator: number;
}

export type FactRow = Readonly<Record<string, string | number | Date>>;

export const outcomeRow = (fact: OutcomeFact): FactRow => ({
  source: fact.source,
  external_id: fact.externalId,
  account_id: fact.accountId,
  kind: fact.kind,
  occurred_at: fact.occurredAt,
  value: fact.value,
});

export const kpiRow = (fact: KpiFact): FactRow => ({
  org_unit_id: fact.orgUnitId,
  kpi: fact.kpi,
  period_from: fact.periodFrom,
  period_to: fact.periodTo,
  numerator: fact.numerator,
  denominator: fact.denominator,
});
