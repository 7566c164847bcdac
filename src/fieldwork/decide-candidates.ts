import {
  type Decision,
  type DecisionInput,
  decide,
  type EncounterFacts,
  type PastInvitation,
} from '../fielding/index.ts';
import type { AskingHistory } from './asking-history.ts';
import type { Candidate } from './encounter-candidates.ts';
import type { People } from './people-facts.ts';
import type { QuotaCounts } from './quota-store.ts';

/** What every decision of one batch looks at. */
export interface DecidingFacts {
  readonly people: People;
  readonly history: AskingHistory;
  readonly quotas: QuotaCounts;
  readonly eventTypes: ReadonlyMap<string, string>;
  readonly timeZone: string;
  readonly now: Date;
}

export interface DecidedCandidate extends Candidate {
  readonly id: string;
  readonly decision: Decision;
  /** Of the encounter where its system tells one, else of the account. */
  readonly segment: string;
}

/**
 * Decides about each candidate in turn. One that is allowed counts for those after it: as a message that the person will
 * get, and in its quotas.
 */
export function decideCandidates(
  candidates: readonly (Candidate & { readonly id: string })[],
  facts: DecidingFacts,
): readonly DecidedCandidate[] {
  const used = new Map([...facts.quotas].map(([id, counts]) => [id, { ...counts }]));
  return candidates.map((candidate) => {
    const { programme, id } = candidate;
    const counts = used.get(programme.id) ?? {};
    used.set(programme.id, counts);
    const decision = decide(decisionInput(candidate, facts, counts));
    if (decision.kind === 'allowed') {
      facts.history.add(asPast(candidate, id, decision));
      for (const { key } of decision.quotaCells) counts[key] = (counts[key] ?? 0) + 1;
    }
    return { ...candidate, decision, segment: segmentOf(candidate, facts.people) };
  });
}

function segmentOf({ change: { attributes, accountId } }: Candidate, people: People): string {
  if (typeof attributes.segment === 'string') return attributes.segment;
  return (accountId === undefined ? undefined : people.account(accountId)?.segment) ?? '';
}

/** What is known of one candidate, as the rules look at it. */
export function decisionInput(
  { programme, change, touchpoint, contactId }: Candidate,
  { people, history, eventTypes, timeZone, now }: DecidingFacts,
  quotasUsed: Readonly<Record<string, number>>,
): DecisionInput {
  const { rules, seed, survey } = programme;
  const contact = contactId === undefined ? undefined : people.contact(contactId, change.accountId);
  const account = change.accountId === undefined ? undefined : people.account(change.accountId);
  const eventType = eventTypes.get(change.encounterId);
  const about: EncounterFacts = {
    kind: 'encounter',
    id: change.encounterId,
    touchpoint,
    state: change.state,
    occurredAt: change.occurredAt.getTime(),
    attributes: change.attributes,
    ...(eventType !== undefined && { eventType }),
  };
  return {
    rules,
    programme: { id: programme.id, state: programme.state },
    survey,
    about,
    ...(contact && { contact }),
    ...(account && { account }),
    history: history.of(contactId, change.accountId),
    quotasUsed,
    timeZone,
    now: now.getTime(),
    seed,
  };
}

function asPast(
  { programme, change, contactId }: Candidate,
  id: string,
  { sendAt, expiresAt }: Decision & { kind: 'allowed' },
): PastInvitation {
  return {
    id,
    programmeId: programme.id,
    level: 'encounter',
    contactId: contactId!,
    ...(change.accountId !== undefined && { accountId: change.accountId }),
    aboutId: change.encounterId,
    metrics: programme.survey.metrics,
    state: 'planned',
    askedAt: sendAt,
    expiresAt,
    seconds: programme.survey.seconds,
    questions: programme.survey.questions,
  };
}
