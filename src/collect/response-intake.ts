import { isCandorError } from '../errors/index.ts';
import { gatheredLookup, type NewResponse, newId, type ResponseWriter, type Store, sqlState } from '../store/index.ts';
import { dayIn } from './day-in.ts';
import { answersOf, type IncomingResponse, instantOf, type RespondentRole, refusedField } from './incoming-response.ts';
import {
  createMissing,
  type HeldRole,
  type IntakeCatalogue,
  intakeCatalogue,
  pairKey,
  versionKey,
} from './intake-catalogue-store.ts';
import { rememberedCatalogue } from './remembered-catalogue.ts';

/** Where a response goes. */
export interface IntakeWorkspace {
  readonly id: string;
  readonly timeZone: string;
}

/** Takes one response and answers when it is durable. A repeat (same source and external id) is the one that is known. */
export type ResponseIntake = (
  workspace: IntakeWorkspace,
  incoming: IncomingResponse,
) => Promise<{ readonly id: string; readonly isNew: boolean }>;

/** One response under way, and what becomes of it. */
interface Taken {
  readonly workspace: IntakeWorkspace;
  readonly incoming: IncomingResponse;
}

/**
 * The way of single responses into the store: each is checked against the questions of its survey and committed with
 * those that come meanwhile. What its keys stand for is remembered for a moment; those that bring a key which is not are
 * looked up together, and then committed together: looked up and written in turns of their own, sixteen clients stood in
 * three queues and made batches of three. What does not fit is refused alone (CND_RESPONSE).
 */
export function responseIntake(store: Store, write: ResponseWriter, clock: () => Date): ResponseIntake {
  const memory = rememberedCatalogue();
  const together = gatheredLookup(async (workspaceId, taken: readonly Taken[]) => {
    const incoming = taken.map((one) => one.incoming);
    const catalogue = await lookUp(store, workspaceId, incoming);
    memory.keep(workspaceId, catalogue, clock());
    const kept = taken.map(({ workspace, incoming }) => keep(workspace, incoming, catalogue));
    await Promise.allSettled(kept);
    return new Map(taken.map((one, place) => [one, kept[place]!]));
  });
  return async (workspace, incoming) => {
    const remembered = memory.recall(workspace.id, incoming, clock());
    if (remembered) {
      try {
        return await keep(workspace, incoming, remembered);
      } catch (error) {
        if (!isOutdated(error)) throw error;
        memory.forget(workspace.id);
      }
    }
    const one = { workspace, incoming };
    return (await together(workspace.id, one)).get(one)!;
  };
  async function keep(workspace: IntakeWorkspace, incoming: IncomingResponse, catalogue: IntakeCatalogue) {
    const response = newResponse(workspace, incoming, { catalogue, now: clock() });
    for (;;) {
      if (await write(workspace.id, response)) return { id: response.id, isNew: true };
      const id = await keepKnown(store, workspace.id, response);
      // The import that held it was undone between the two: then it is new after all.
      if (id !== undefined) return { id, isNew: false };
    }
  }
}

/** Refused by what was remembered, or it stands for what is gone: then what is true now decides. */
function isOutdated(error: unknown): boolean {
  return (isCandorError(error) && error.code === 'CND_RESPONSE') || sqlState(error) === foreignKeyViolation;
}

const foreignKeyViolation = '23503';

async function lookUp(store: Store, workspaceId: string, responses: readonly IncomingResponse[]) {
  const creating = responses.filter(({ create }) => create);
  if (creating.length > 0) await store.inWorkspace(workspaceId, (transaction) => createMissing(transaction, creating));
  return store.readWorkspace(workspaceId, (transaction) => intakeCatalogue(transaction, responses));
}

function newResponse(
  { timeZone }: IntakeWorkspace,
  incoming: IncomingResponse,
  { catalogue, now }: { catalogue: IntakeCatalogue; now: Date },
): NewResponse {
  const { survey, version, source, externalId, channel, completed } = incoming;
  const asked = catalogue.versions.get(versionKey(survey, version));
  if (!asked) throw refusedField(version === undefined ? 'survey' : 'version', 'there is no such published survey');
  const respondedAt = instantOf(incoming, now);
  const day = dayIn(timeZone, respondedAt);
  const account = known(incoming, 'account', catalogue.accounts);
  const contactId = known(incoming, 'contact', catalogue.contacts);
  const touchpointId = known(incoming, 'touchpoint', catalogue.touchpoints);
  const orgUnitId = known(incoming, 'orgUnit', catalogue.orgUnits);
  const roles = catalogue.roles.get(pairKey(incoming.contact ?? '', incoming.account ?? '')) ?? [];
  return {
    id: newId(),
    source,
    surveyVersionId: asked.id,
    respondedAt,
    recordedAt: now,
    day,
    completed,
    answers: answersOf(incoming, asked.questions),
    segment: incoming.segment ?? account?.segment ?? '',
    respondentRole: incoming.respondentRole ?? roleHeld(roles, day) ?? '',
    channel: channel ?? '',
    ...(externalId === undefined ? {} : { externalId }),
    ...(account === undefined ? {} : { accountId: account.id }),
    ...(contactId === undefined ? {} : { contactId }),
    ...(touchpointId === undefined ? {} : { touchpointId }),
    ...(orgUnitId === undefined ? {} : { orgUnitId }),
  };
}

function known<Found>(
  incoming: IncomingResponse,
  field: 'account' | 'contact' | 'touchpoint' | 'orgUnit',
  found: ReadonlyMap<string, Found>,
): Found | undefined {
  const name = incoming[field];
  if (name === undefined) return undefined;
  const one = found.get(name);
  if (one === undefined) throw refusedField(field, 'is not known in this workspace');
  return one;
}

/** The role of the contact at the account on that day; one person in both roles that matter most has a name of its own. */
function roleHeld(roles: readonly HeldRole[], day: string): RespondentRole | undefined {
  const valid = roles
    .filter(({ validFrom, validTo }) => (validFrom ?? day) <= day && (validTo === null || day < validTo))
    .map(({ role }) => role as RespondentRole);
  if (valid.includes('decision-maker') && valid.includes('contact-person')) return 'decision-maker-and-contact-person';
  return valid.sort()[0];
}

/**
 * The response that is known already. One that an import brought is no longer the import's: what was acknowledged to a
 * program stays when the import is undone.
 */
async function keepKnown(
  store: Store,
  workspaceId: string,
  { id, source, externalId }: NewResponse,
): Promise<string | undefined> {
  // By its own id too: where the answer to a commit was lost, the repeat of the write meets the response itself.
  const key = [workspaceId, id, source, externalId ?? null];
  const where = 'where workspace_id = $1 and (id = $2 or (source = $3 and external_id = $4))';
  return store.inWorkspace(workspaceId, async ({ query }) => {
    const [known] = await query<{ id: string; import_id: string | null }>(
      `select id, import_id from response ${where} for update`,
      key,
    );
    if (known?.import_id) await query(`update response set import_id = null ${where}`, key);
    return known?.id;
  });
}
