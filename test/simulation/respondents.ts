import {
  type AnswerForm,
  type Answering,
  keepPartial,
  openAnswer,
  openStop,
  sendAnswer,
  stopReminders,
  unsubscribe,
} from '../../src/answering/index.ts';
import { askingWorkspace, stopOfContact, suppress } from '../../src/fieldwork/index.ts';
import { newId, type Store } from '../../src/store/index.ts';
import { askedQuestions } from '../../src/survey/index.ts';
import type { Agenda } from './agenda.ts';
import type { Books, Delivery } from './books.ts';
import { day, hour, type PersonPlan } from './company-plan.ts';
import type { Turnstile } from './scheduled-store.ts';
import type { Chance } from './seeded-chance.ts';

/** What a person needs to react to a message. */
export interface Reacting {
  readonly books: Books;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly turnstile: Turnstile;
  readonly workspaceId: string;
  readonly store: Store;
  readonly answering: Answering;
  readonly clock: () => Date;
  readonly personOf: (address: string) => PersonPlan;
}

/** Plans what becomes of a message: an answer soon, late, twice or in parts, a wish to be left alone, a complaint. */
export function planReaction(reacting: Reacting, delivery: Delivery): void {
  const { agenda, chance, personOf } = reacting;
  const { answerToken: token, number, at, to } = delivery;
  const of = (name: string) => chance('reaction', token, number, name);
  const person = personOf(to);
  const add = (after: number, what: string, run: () => Promise<void>) =>
    agenda.add({ at: Math.round(at + after), what, run });
  if (person.mailbox === 'bounces') add(of('bounce') * 2 * hour, 'bounce', () => report(reacting, delivery, 'bounced'));
  // Near the third and the seventh day, so that many react while a reminder is on its way.
  const whole = [0.02, 1, 2, 3, 3.05, 4, 7, 7.05][Math.floor(of('day') * 8)]!;
  const after = whole * day + of('hours') * 10 * hour;
  const fate = of('fate');
  if (fate < 0.2) add(after, 'answer', () => answer(reacting, token));
  else if (fate < 0.25) {
    add(after, 'answer in one tab', () => answer(reacting, token));
    add(after, 'answer in another tab', () => answer(reacting, token));
  } else if (fate < 0.32) {
    add(after, 'begin', () => begin(reacting, token));
    if (of('ends') < 0.5) add(after + of('later') * 3 * day, 'answer what was begun', () => answer(reacting, token));
  } else if (fate < 0.37) add(after, 'unsubscribe', () => stop(reacting, delivery, 'unsubscribed'));
  else if (fate < 0.42) add(after, 'stop reminders', () => stop(reacting, delivery, 'reminders-stopped'));
  else if (fate < 0.44) add(after, 'complain', () => report(reacting, delivery, 'complained'));
  else if (fate < 0.5) add(of('too late') * 60 * day, 'answer much later', () => answer(reacting, token));
}

const scoreOf = (chance: Chance, token: string): number => 1 + Math.floor(chance('score', token) * 5);

function fieldsOf(form: AnswerForm, score: number): Record<string, string> {
  const asked = askedQuestions(form.version.questionnaire).filter(({ kind }) => kind === 'scale');
  return Object.fromEntries(asked.map(({ key }) => [key, String(score)]));
}

async function answer({ books, answering, clock, chance, turnstile }: Reacting, token: string): Promise<void> {
  const opened = await openAnswer(answering, token, clock());
  if (opened.kind !== 'open') return;
  const score = scoreOf(chance, token);
  const sent = { given: fieldsOf(opened.form, score), language: 'en', device: 'phone' } as const;
  const outcome = await sendAnswer(answering, opened.form, sent, clock());
  if (outcome.kind === 'problems') throw new Error(`an answer was refused: ${JSON.stringify(outcome.problems)}`);
  if (outcome.kind !== 'stored') return;
  if (books.answers.has(token)) throw new Error('I2: two answers to one invitation were acknowledged');
  const { sequence } = turnstile;
  books.answers.set(token, { score, sequence });
  books.stop({ kind: 'answered', sequence, whose: token });
}

async function begin({ books, answering, clock, chance, turnstile }: Reacting, token: string): Promise<void> {
  const at = clock();
  const opened = await openAnswer(answering, token, at);
  if (opened.kind !== 'open') return;
  const given = Object.entries(fieldsOf(opened.form, scoreOf(chance, token)));
  const half = Object.fromEntries(given.slice(0, 1));
  const sent = {
    given: half,
    language: 'en',
    device: 'phone',
    page: opened.form.version.questionnaire.pages[0]!.key,
  } as const;
  const kept = await keepPartial(answering, opened.form, { ...sent, holder: `holder of ${token}` }, at);
  if (kept !== 'kept') return;
  const held = books.partials.get(token) ?? [];
  held.push({ at: at.getTime(), sequence: turnstile.sequence });
  books.partials.set(token, held);
}

async function stop(
  { books, answering, clock, turnstile, personOf }: Reacting,
  { stopToken, answerToken, to }: Delivery,
  kind: 'unsubscribed' | 'reminders-stopped',
): Promise<void> {
  const opened = await openStop(answering, stopToken, clock());
  if (opened.kind !== 'open') throw new Error('a stop link of a message that was sent is unknown');
  await (kind === 'unsubscribed' ? unsubscribe : stopReminders)(answering, opened.page, clock());
  const whose = kind === 'unsubscribed' ? personOf(to).key : answerToken;
  books.stop({ kind, sequence: turnstile.sequence, whose });
}

/** What whoever reads the returned mail does, in one transaction. */
async function report(
  { books, store, workspaceId, clock, turnstile, personOf }: Reacting,
  { to, channel }: Delivery,
  kind: 'bounced' | 'complained',
): Promise<void> {
  const person = personOf(to);
  const now = clock();
  await store.inWorkspace(workspaceId, async (transaction) => {
    const { addressKey: key } = await askingWorkspace(transaction);
    await suppress(transaction, { key, channel, address: to, reason: kind, now });
    const [row] = await transaction.query<{ id: string }>(
      'select id from contact where workspace_id = $1 and external_id = $2',
      [workspaceId, person.key],
    );
    await stopOfContact(transaction, row!.id, { reason: kind, now });
    await transaction.query('insert into contact_signal (workspace_id, id, kind, heard_at) values ($1, $2, $3, $4)', [
      workspaceId,
      newId(),
      kind,
      now,
    ]);
  });
  books.stop({ kind, sequence: turnstile.sequence, whose: person.key, channel });
}
