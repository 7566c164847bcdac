import type { ClaimedEntity } from '../accounts/index.ts';

/** A touchpoint that a file names is called as the file writes it until an import or a person gives it a name. */
export const touchpointEntity: ClaimedEntity = {
  entity: 'touchpoint',
  table: 'touchpoint',
  key: 'key',
  born: { name: 'key' },
  columns: [{ column: 'name', type: 'text', bare: "coalesce(m.fields->>'called', e.key)" }],
  tellsImport: false,
  neededBy: [
    ['response', 'touchpoint_id'],
    ['encounter', 'touchpoint_id'],
    ['programme', 'touchpoint_id'],
    ['open_link', 'touchpoint_id'],
    ['initiative', 'touchpoint_id'],
  ],
};
