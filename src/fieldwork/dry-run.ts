import { CandorError } from '../errors/index.ts';
import { type ProgrammeRules, parseProgrammeRules } from '../fielding/index.ts';
import type { WorkspaceTransaction } from '../store/index.ts';
import { loadHistory } from './asking-history.ts';
import { askingProgrammes } from './asking-programmes.ts';
import { type DecidedCandidate, decideCandidates } from './decide-candidates.ts';
import { type Asked, encounterCandidates, eventTypes } from './encounter-candidates.ts';
import { grouped } from './grouped.ts';
import { loadPeople } from './people-facts.ts';
import type { SurveyReader } from './survey-reader.ts';
import { askingWorkspace } from './workspace-asking-store.ts';

/** Whom a programme would have asked. */
export interface DryRun {
  readonly encounters: number;
  /** Whether there were more encounters than are looked at; then the latest ones were. */
  readonly isCut: boolean;
  readonly asked: number;
  readonly refusals: readonly { readonly reason: string; readonly count: number }[];
}

export interface DryRunOptions {
  readonly reader: SurveyReader;
  readonly days: number;
  readonly now: Date;
  /** Rules that are not stored yet. */
  readonly rules?: unknown;
}

const mostEncounters = 5_000;
const dayMilliseconds = 86_400_000;

/**
 * Whom would this programme have asked about the encounters of the last days, and why not the others? Decides about each
 * at the time when it ended, as if the programme had run, beside what was truly asked by others; nothing is kept and
 * nobody is asked. `rules` are tried in place of those that are stored. Refused for a programme of waves
 * (`CND_PROGRAMME_STATE`), and for rules that cannot be (`CND_PROGRAMME_RULES`).
 */
export async function dryRun(
  transaction: WorkspaceTransaction,
  programmeId: string,
  { reader, days, now, rules: given }: DryRunOptions,
): Promise<DryRun> {
  const workspace = await askingWorkspace(transaction);
  const ids = [programmeId];
  const [stored] = await askingProgrammes(transaction, { reader, addressKey: workspace.addressKey, ids });
  const rules: ProgrammeRules | undefined = given === undefined ? stored?.rules : parseProgrammeRules(given);
  if (!stored || rules?.level !== 'encounter') {
    throw new CandorError('CND_PROGRAMME_STATE', 'a dry run needs a programme of encounters', { field: 'level' });
  }
  const programme = { ...stored, rules, state: 'running' as const };
  const since = new Date(now.getTime() - days * dayMilliseconds);
  const found = await encountersSince(transaction, { touchpoints: rules.trigger.touchpoints, since, now });
  const encounters = found.slice(0, mostEncounters).reverse();
  const candidates = await encounterCandidates(transaction, { programmes: [programme], encounters, now });
  const distinct = (all: readonly (string | undefined)[]) => [...new Set(all.filter((id) => id !== undefined))];
  const contactIds = distinct(candidates.map(({ contactId }) => contactId));
  const accountIds = distinct(candidates.map(({ change }) => change.accountId));
  const facts = {
    people: await loadPeople(transaction, workspace, { contactIds, accountIds, now }),
    history: await loadHistory(transaction, { contactIds, accountIds, now, reader, withoutProgramme: programmeId }),
    eventTypes: await eventTypes(
      transaction,
      encounters.map(({ encounterId }) => encounterId),
    ),
    timeZone: workspace.timeZone,
  };
  const used: Record<string, number> = {};
  const decided: DecidedCandidate[] = [];
  for (const [encounterId, own] of grouped(candidates, ({ change }) => change.encounterId)) {
    const at = { now: own[0]!.change.occurredAt, quotas: new Map([[programmeId, used]]) };
    const withIds = own.map((one, place) => ({ ...one, id: `${encounterId} ${place}` }));
    for (const one of decideCandidates(withIds, { ...facts, ...at })) {
      decided.push(one);
      if (one.decision.kind === 'allowed') {
        for (const { key } of one.decision.quotaCells) used[key] = (used[key] ?? 0) + 1;
      }
    }
  }
  return { encounters: encounters.length, isCut: found.length > mostEncounters, ...summary(decided) };
}

function summary(decided: readonly DecidedCandidate[]): Pick<DryRun, 'asked' | 'refusals'> {
  const reasons = decided.flatMap(({ decision }) => (decision.kind === 'refused' ? [decision.reason] : []));
  return {
    asked: decided.length - reasons.length,
    refusals: [...grouped(reasons, (reason) => reason)]
      .map(([reason, own]) => ({ reason, count: own.length }))
      .sort((a, b) => b.count - a.count),
  };
}

/** The latest encounters of these touchpoints, latest first, one more than are looked at. */
async function encountersSince(
  { workspaceId, query }: WorkspaceTransaction,
  { touchpoints, since, now }: { readonly touchpoints: readonly string[]; readonly since: Date; readonly now: Date },
): Promise<readonly Asked[]> {
  type Row = { [Name in keyof Asked]: Asked[Name] | null };
  const rows = await query<Row>(
    `select e.id as "encounterId", e.state, e.occurred_at as "occurredAt", e.touchpoint_id as "touchpointId",
       e.account_id as "accountId", e.contact_id as "contactId", e.org_unit_id as "orgUnitId", e.attributes
     from encounter e join touchpoint t on t.workspace_id = $1 and t.id = e.touchpoint_id
     where e.workspace_id = $1 and t.key = any ($2) and e.occurred_at > $3 and e.occurred_at <= $4
     order by e.occurred_at desc, e.id desc limit $5`,
    [workspaceId, touchpoints, since, now, mostEncounters + 1],
  );
  return rows.map(
    (row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? undefined])) as unknown as Asked,
  );
}
