import { CandorError } from '../errors/index.ts';
import { accountRows } from './account-rows.ts';
import { answerRows } from './answer-rows.ts';
import { contactRows } from './contact-rows.ts';
import { encounterRows } from './encounter-rows.ts';
import type { RowsToImport } from './import.ts';
import type { RowKind } from './import-mapping.ts';
import type { ImportRun } from './import-run.ts';
import { invitationRows } from './invitation-rows.ts';
import { kpiRows } from './kpi-rows.ts';
import { orgUnitRows, touchpointRows } from './named-rows.ts';
import { outcomeRows } from './outcome-rows.ts';
import type { RowTaker } from './row-taker.ts';

/** Who takes the rows of each kind of this import. Rows of one kind may name what rows of another brought. */
export function rowTakers(run: ImportRun, tables: RowsToImport['tables']): (kind: RowKind) => RowTaker {
  const encounters = new Map<string, string>();
  const invitations = new Map<string, { id: string; encounterId: string | undefined }>();
  const made = new Map<RowKind, RowTaker>();
  const make = (kind: RowKind): RowTaker => {
    const shape = tables[kind];
    if (!shape) throw new CandorError('CND_ARGUMENT', `the import has no mapping for rows of ${kind}`, { kind });
    const { mapping, columns } = shape;
    if (kind === 'answers') return answerRows(run, mapping, { columns, invitations });
    if (kind === 'encounters') return encounterRows(run, mapping, { columns, known: encounters });
    if (kind === 'invitations') return invitationRows(run, mapping, { columns, encounters, known: invitations });
    const takers = {
      accounts: accountRows,
      contacts: contactRows,
      outcomes: outcomeRows,
      'service-kpis': kpiRows,
      'org-units': orgUnitRows,
      touchpoints: touchpointRows,
    };
    return takers[kind](run, mapping, columns);
  };
  return (kind) => {
    const known = made.get(kind);
    if (known) return known;
    const taker = make(kind);
    made.set(kind, taker);
    return taker;
  };
}
