import {
  type AskedAbout,
  type Decision,
  type DecisionInput,
  decide,
  type PastInvitation,
  type WaveMemberFacts,
} from '../fielding/index.ts';
import type { AskingHistory } from './asking-history.ts';
import type { AskingProgramme } from './asking-programmes.ts';
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

/** One question to be decided: may this programme ask this person in this wave? */
export interface WaveCandidate {
  readonly programme: AskingProgramme;
  readonly member: Omit<WaveMemberFacts, 'kind'> & { readonly accountId: string };
  readonly contactId: string;
}

export type Deciding = Candidate | WaveCandidate;

/** A candidate with what was decided about him. */
export type Decided<One extends Deciding> = One & {
  readonly id: string;
  readonly decision: Decision;
  /** Of the encounter where its system tells one, else of the account. */
  readonly segment: string;
};
export type DecidedCandidate = Decided<Candidate>;

/**
 * Decides about each candidate in turn. One that is allowed counts for those after it: as a message that the person will
 * get, and in its quotas.
 */
export function decideCandidates<One extends Deciding>(
  candidates: readonly (One & { readonly id: string })[],
  facts: DecidingFacts,
): readonly Decided<One>[] {
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

function segmentOf(candidate: Deciding, people: People): string {
  if ('change' in candidate && typeof candidate.change.attributes.segment === 'string') {
    return candidate.change.attributes.segment;
  }
  const accountId = accountOf(candidate);
  return (accountId === undefined ? undefined : people.account(accountId)?.segment) ?? '';
}

const accountOf = (candidate: Deciding): string | undefined =>
  'change' in candidate ? candidate.change.accountId : candidate.member.accountId;

function aboutOf(candidate: Deciding, eventTypes: DecidingFacts['eventTypes']): AskedAbout {
  if (!('change' in candidate)) return { kind: 'wave-member', ...candidate.member };
  const { change, touchpoint } = candidate;
  const eventType = eventTypes.get(change.encounterId);
  return {
    kind: 'encounter',
    id: change.encounterId,
    touchpoint,
    state: change.state,
    occurredAt: change.occurredAt.getTime(),
    attributes: change.attributes,
    ...(eventType !== undefined && { eventType }),
  };
}

/** What is known of one candidate, as the rules look at it. */
export function decisionInput(
  candidate: Deciding,
  { people, history, eventTypes, timeZone, now }: DecidingFacts,
  quotasUsed: Readonly<Record<string, number>>,
): DecisionInput {
  const { programme, contactId } = candidate;
  const { rules, seed, survey } = programme;
  const accountId = accountOf(candidate);
  const contact = contactId === undefined ? undefined : people.contact(contactId, accountId);
  const account = accountId === undefined ? undefined : people.account(accountId);
  return {
    rules,
    programme: { id: programme.id, state: programme.state },
    survey,
    about: aboutOf(candidate, eventTypes),
    ...(contact && { contact }),
    ...(account && { account }),
    history: history.of(contactId, accountId),
    quotasUsed,
    timeZone,
    now: now.getTime(),
    seed,
  };
}

function asPast(
  candidate: Deciding,
  id: string,
  { sendAt, expiresAt }: Decision & { kind: 'allowed' },
): PastInvitation {
  const { programme, contactId } = candidate;
  const { metrics, seconds, questions } = programme.survey;
  const accountId = accountOf(candidate);
  return {
    id,
    programmeId: programme.id,
    level: programme.rules.level,
    contactId: contactId!,
    ...(accountId !== undefined && { accountId }),
    aboutId: 'change' in candidate ? candidate.change.encounterId : candidate.member.waveId,
    metrics,
    state: 'planned',
    askedAt: sendAt,
    expiresAt,
    seconds,
    questions,
  };
}
