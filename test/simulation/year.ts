import { createHash } from 'node:crypto';
import { type Answering, endPartials, openAnswering } from '../../src/answering/index.ts';
import {
  encounterPlanner,
  eventWriter,
  expireInvitations,
  linkMaker,
  readEventValues,
  sendDueMessages,
  surveyReader,
  takeEvents,
} from '../../src/fieldwork/index.ts';
import { responseWriter, type Store, type WorkspaceTransaction } from '../../src/store/index.ts';
import { Agenda } from './agenda.ts';
import { Books, type Delivery, History } from './books.ts';
import { type CompanyPlan, companyPlan, day, hour, yearBegins } from './company-plan.ts';
import { type Burst, plannedBursts } from './event-plan.ts';
import { foundCompany, rulesInForce } from './found-company.ts';
import { MessageOracle, type Violation } from './message-oracle.ts';
import { planOperators } from './operators.ts';
import { programmePlans } from './programme-plan.ts';
import { planReaction } from './respondents.ts';
import { type Death, Turnstile, WorkerStore } from './scheduled-store.ts';
import { type Chance, chanceOfSeed, idsInForce, pick, SeededIds } from './seeded-chance.ts';
import { aboutOf, finalOracle, standingOracle } from './store-oracle.ts';
import { transportDouble } from './transport-double.ts';

const secret = 'a secret of thirty-two characters and more';
const identity = {
  from: { address: 'survey@candor.invalid' },
  smsFrom: 'Candor',
  returnDomain: 'candor.invalid',
  baseUrl: 'https://candor.example.com',
  secret,
};
const links = linkMaker(secret);
/** From here on no server is in trouble, no programme is paused and nobody dies: what is left comes to its end. */
const calmFrom = yearBegins + 385 * day;
const yearEnds = yearBegins + 560 * day;

export interface YearOptions {
  readonly seed: number;
  readonly customers: number;
  /** Tells two years of the same seed apart in one store. */
  readonly run: number;
}

export interface YearReport {
  readonly violations: readonly (Violation & { readonly step: number; readonly at: string })[];
  readonly steps: number;
  readonly transactions: number;
  readonly events: number;
  readonly deliveries: number;
  readonly answers: number;
  readonly uncertain: number;
}

/** Where a store of years makes a workspace for one. */
export type NewWorkspace = () => Promise<string>;

/** Lives through one virtual year; whatever happens in it follows from the seed. */
export function liveYear(store: Store, newWorkspace: NewWorkspace, options: YearOptions): Promise<YearReport> {
  return idsInForce.run(new SeededIds(options.seed, options.run), async () => {
    const year = new Year(store, await newWorkspace(), options);
    return year.live();
  });
}

class Year {
  private readonly chance: Chance;
  private readonly company: CompanyPlan;
  private readonly books = new Books();
  private readonly agenda = new Agenda();
  private readonly turnstile: Turnstile;
  private readonly oracle: MessageOracle;
  private readonly violations: (Violation & { step: number; at: string })[] = [];
  private readonly isReal: boolean;
  private readonly reader = surveyReader();
  private now = yearBegins;
  private step = 0;
  private judged = 0;
  private answering!: Answering;
  private steady!: Store;

  private readonly store: Store;
  private readonly workspaceId: string;
  private readonly options: YearOptions;

  constructor(store: Store, workspaceId: string, options: YearOptions) {
    this.store = store;
    this.workspaceId = workspaceId;
    this.options = options;
    this.chance = chanceOfSeed(options.seed);
    this.company = companyPlan(options.seed, this.chance, options.customers);
    this.turnstile = new Turnstile(this.chance);
    this.oracle = new MessageOracle(this.books, this.company);
    this.isReal = this.chance('real') < 0.25 && options.customers < 1_000;
  }

  private readonly clock = () => new Date(this.now);

  async live(): Promise<YearReport> {
    await this.begin();
    await this.judge();
    while (this.violations.length === 0) {
      const next = this.nextInstant();
      if (next === undefined || next > yearEnds) break;
      this.now = Math.max(this.now, next);
      this.step += 1;
      await this.doStep().catch((error: Error) =>
        this.blame([{ invariant: 'a step fails', what: error.stack ?? String(error) }]),
      );
      await this.judge();
    }
    if (this.violations.length === 0) await this.end();
    const { books, violations, step, turnstile } = this;
    return {
      violations,
      steps: step,
      transactions: turnstile.sequence,
      events: books.acknowledged.size,
      deliveries: books.deliveries.length,
      answers: books.answers.size,
      uncertain: books.unheard.size,
    };
  }

  private async begin(): Promise<void> {
    const { options, chance, company, books, agenda, workspaceId, turnstile } = this;
    this.steady = new WorkerStore(this.store, turnstile, 'steady').asStore();
    const write = responseWriter(this.steady, { gatherMilliseconds: 0 });
    this.answering = openAnswering({ store: this.steady, write, secret });
    const plans = programmePlans(chance);
    const addressKey = createHash('sha256').update(`addresses of ${options.seed}`).digest();
    const founded = await this.store.inWorkspace(workspaceId, async (transaction) => {
      const made = await foundCompany(transaction, company, { plans, addressKey, now: this.clock() });
      for (const id of made.programmes.values()) {
        books.rules.set(id, historyOf(await rulesInForce(transaction, id)));
        books.states.set(id, historyOf('running' as const));
      }
      return made;
    });
    for (const { key, zone } of company.people) books.zones.set(key, historyOf(zone));
    const { customers } = options;
    const bursts = plannedBursts(chance, company, customers * 5, customers > 1_000 ? 2_000 : 60);
    for (const burst of bursts) agenda.add({ at: burst.at, what: 'events', run: () => this.hear(burst) });
    for (let at = yearBegins; at < yearEnds; at += 9 * day) agenda.add({ at, what: 'sweep', run: () => this.sweep() });
    planOperators(
      { books, agenda, chance, turnstile, workspaceId, store: this.steady, clock: this.clock },
      company,
      founded,
      plans,
    );
  }

  /** Events come by one request or several, the receiver may die, and whoever sent them sends them again. */
  private async hear({ events, at }: Burst): Promise<void> {
    const { chance, books, turnstile, workspaceId, clock } = this;
    const parts = chance('parts', at) < 0.5 ? [events] : [events.slice(0, 2), events.slice(2)];
    await Promise.all(
      parts.map(async (part, i) => {
        if (part.length === 0) return;
        for (let attempt = 0; ; attempt += 1) {
          const worker = this.worker(`receiver ${at} ${i} ${attempt}`, 1, attempt < 2 ? 0.04 : 0);
          const write = eventWriter(worker.asStore(), { clock });
          const values = readEventValues(part.map(({ value }) => value));
          const heard = await Promise.race([worker.died, write(workspaceId, values)]);
          if (heard === 'died') continue;
          books.acknowledge(part, turnstile.sequence);
          return;
        }
      }),
    );
    await this.take(at);
  }

  private async take(at: number): Promise<void> {
    const { books, turnstile, workspaceId, chance } = this;
    for (let attempt = 0; ; attempt += 1) {
      const worker = this.worker(`taker ${at} ${attempt}`, 1, attempt < 2 ? 0.05 : 0);
      const onChanged = encounterPlanner(links);
      const most = this.options.customers > 1_000 ? 1_000 : pick(chance('most taken', at), [3, 1_000]);
      const taking = takeEvents(worker.asStore(), workspaceId, this.clock(), { most, onChanged }).then((taken) => ({
        ...taken,
        sequence: turnstile.sequence,
      }));
      const taken = await Promise.race([worker.died, taking]);
      // What a dead one did stands: the one after it reads what is left.
      if (taken !== 'died' && taken.read < most) {
        books.taken(taken.sequence);
        return;
      }
    }
  }

  private worker(name: string, most: number, share: number): WorkerStore {
    const { chance } = this;
    const dies = this.now < calmFrom && chance('dies', name) < share;
    const death: Death | undefined = dies
      ? {
          transaction: 1 + Math.floor(chance('dies at', name) * most),
          when: chance('dies when', name) < 0.5 ? 'before' : 'after',
        }
      : undefined;
    return new WorkerStore(this.store, this.turnstile, name, death);
  }

  private async sweep(): Promise<void> {
    const { workspaceId } = this;
    await this.steady.inWorkspace(workspaceId, (transaction) => expireInvitations(transaction, this.clock()));
    await endPartials(this.answering, workspaceId, this.clock());
  }

  private async doStep(): Promise<void> {
    const { agenda, turnstile, chance } = this;
    const tasks = agenda.takeUntil(this.now).map((one) => one.run());
    if (this.isSending) {
      if (chance('sweeps', this.step) < 0.3) tasks.push(this.sweep());
      const workers = chance('workers', this.step) < 0.3 ? 2 : 1;
      for (let i = 0; i < workers; i += 1) tasks.push(this.send(`sender ${this.step} ${i}`));
    }
    await turnstile.run(tasks);
  }

  private async send(name: string): Promise<void> {
    const { books, turnstile, chance, agenda, workspaceId, clock, company } = this;
    const worker = this.worker(name, 9, 0.08);
    const outside = {
      books,
      turnstile,
      chance,
      now: () => this.now,
      wait: (milliseconds: number) => {
        this.now += milliseconds;
      },
      isCalm: () => this.now >= calmFrom,
      mailboxOf: (address: string) => personOf(company, address).mailbox,
      onDelivered: (delivery: Delivery) =>
        planReaction(
          {
            books,
            agenda,
            chance,
            turnstile,
            workspaceId,
            store: this.steady,
            answering: this.answering,
            clock,
            personOf: (address) => personOf(company, address),
          },
          delivery,
        ),
    };
    const most = company.people.length > 1_000 ? 500 : pick(chance('most sent', name), [1, 3, 100]);
    for (;;) {
      const sender = transportDouble(outside, worker, turnstile.sequence, this.isReal);
      const sending = { store: worker.asStore(), clock, links, reader: this.reader, sender, identity, most };
      const sent = await Promise.race([worker.died, sendDueMessages(sending, workspaceId)]);
      if (sent === 'died' || !sent.isFull) return;
    }
  }

  private isSending = false;

  /** When the store has something to do, as it says after each step. */
  private due: number | undefined;

  /** The next instant at which anything happens; a worker is late by up to three hours, and mostly when others are at it. */
  private nextInstant(): number | undefined {
    const { due } = this;
    const { next } = this.agenda;
    this.isSending = false;
    if (due === undefined) return next;
    const late = Math.max(this.now + 1_000, due) + this.chance('late', this.step) * 3 * hour;
    if (next !== undefined && next <= late + 4 * hour) {
      this.isSending = next >= due;
      return next;
    }
    this.isSending = true;
    return Math.round(late);
  }

  /** One way to the store for each step: what it would do next, and, where something went or some steps are over, the oracles. */
  private async judge(): Promise<void> {
    const fresh = this.books.deliveries.slice(this.judged).sort((a, b) => a.sequence - b.sequence);
    this.judged = this.books.deliveries.length;
    const isTime = this.step % (this.options.customers < 1_000 ? 5 : 100) === 0;
    await this.store.readWorkspace(this.workspaceId, async (transaction) => {
      this.due = await nextDue(transaction);
      if (fresh.length > 0) {
        const about = await aboutOf(
          transaction,
          fresh.map(({ answerToken }) => sealOf(answerToken)),
        );
        for (const one of fresh) this.blame(this.oracle.judge(one, about.get(sealOf(one.answerToken).toString('hex'))));
      }
      if (isTime) this.blame(await standingOracle(transaction, this.books));
    });
  }

  private async end(): Promise<void> {
    const { books, store, workspaceId } = this;
    this.blame(await finalOracle(store, workspaceId, { books, now: this.clock(), sealOf }));
  }

  private blame(found: readonly Violation[]): void {
    for (const one of found) this.violations.push({ ...one, step: this.step, at: this.clock().toISOString() });
  }
}

/** When a message is due, or a worker that died is to be missed. */
async function nextDue({ workspaceId, query }: WorkspaceTransaction): Promise<number | undefined> {
  const [row] = await query<{ due: Date | null }>(
    `select least(
       (select min(m.due_at) from message m join invitation i on i.workspace_id = $1 and i.id = m.invitation_id
          join programme p on p.workspace_id = $1 and p.id = i.programme_id
          where m.workspace_id = $1 and m.state = 'planned' and p.state = 'running'),
       (select min(claimed_at) + interval '21 minutes' from message
          where workspace_id = $1 and state in ('claimed', 'handing-over'))) as due`,
    [workspaceId],
  );
  return row!.due?.getTime();
}

const sealOf = (token: string): Buffer => createHash('sha256').update(token.slice(8)).digest();

function historyOf<Value>(value: Value): History<Value> {
  const history = new History<Value>();
  history.set(0, value);
  return history;
}

const byAddress = new WeakMap<CompanyPlan, Map<string, CompanyPlan['people'][number]>>();

function personOf(company: CompanyPlan, address: string) {
  let people = byAddress.get(company);
  if (!people) {
    people = new Map(
      company.people.flatMap((one) => [
        [one.email, one],
        [one.phone, one],
      ]),
    );
    byAddress.set(company, people);
  }
  return people.get(address)!;
}
