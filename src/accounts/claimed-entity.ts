/** A column of an entity that imports may state, and what stands there while none does. */
export interface ClaimedColumn {
  readonly column: string;
  readonly type: 'text' | 'uuid' | 'bigint' | 'date' | 'timestamptz' | 'jsonb' | 'int';
  /** SQL over the row `e`: the value without any claim. */
  readonly bare: string;
}

/** Something that imports make by naming it: it lives as long as one of them, a person or the API still needs it. */
export interface ClaimedEntity {
  readonly entity: string;
  readonly table: string;
  /** The column by which files name it, unique in the workspace. */
  readonly key: string;
  /** Columns that a new row needs beside its key, as SQL. */
  readonly born: Readonly<Record<string, string>>;
  readonly columns: readonly ClaimedColumn[];
  /** Whether the row tells which import made it. */
  readonly tellsImport: boolean;
  /** Columns of other tables that refer to it: while one does, it stays although no import names it any more. */
  readonly neededBy: readonly (readonly [table: string, column: string])[];
}

const text = (column: string, bare: string): ClaimedColumn => ({ column, type: 'text', bare });
const optional = (column: string, type: ClaimedColumn['type']): ClaimedColumn => ({ column, type, bare: 'null' });

export const accountEntity: ClaimedEntity = {
  entity: 'account',
  table: 'account',
  key: 'external_id',
  born: { name: 'key' },
  columns: [
    text('name', 'e.external_id'),
    text('segment', "''"),
    optional('parent_id', 'uuid'),
    { column: 'attributes', type: 'jsonb', bare: "'{}'" },
    optional('currency', 'text'),
    optional('revenue', 'bigint'),
    optional('margin', 'bigint'),
    optional('contract_from', 'date'),
    optional('renewal_on', 'date'),
    optional('left_at', 'timestamptz'),
    optional('leave_reason', 'text'),
  ],
  tellsImport: true,
  neededBy: [
    ['response', 'account_id'],
    ['outcome_fact', 'account_id'],
    ['encounter', 'account_id'],
    ['invitation', 'account_id'],
    ['open_link_ask', 'account_id'],
    ['"case"', 'account_id'],
    ['contact_role', 'account_id'],
    ['account', 'parent_id'],
  ],
};

export const contactEntity: ClaimedEntity = {
  entity: 'contact',
  table: 'contact',
  key: 'external_id',
  born: {},
  columns: [
    optional('name', 'text'),
    optional('email', 'text'),
    optional('phone', 'text'),
    optional('language', 'text'),
  ],
  tellsImport: true,
  neededBy: [
    ['response', 'contact_id'],
    ['encounter', 'contact_id'],
    ['invitation', 'contact_id'],
    ['open_link_ask', 'contact_id'],
    ['"case"', 'contact_id'],
    ['contact_role', 'contact_id'],
  ],
};

export const orgUnitEntity: ClaimedEntity = {
  entity: 'org-unit',
  table: 'org_unit',
  key: 'code',
  born: { name: 'key' },
  columns: [text('name', 'e.code'), optional('parent_id', 'uuid')],
  tellsImport: false,
  neededBy: [
    ['response', 'org_unit_id'],
    ['encounter', 'org_unit_id'],
    ['kpi_fact', 'org_unit_id'],
    ['open_link', 'org_unit_id'],
    ['org_unit', 'parent_id'],
  ],
};
