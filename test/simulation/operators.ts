import { changeProgramme } from '../../src/fieldwork/index.ts';
import type { Store, WorkspaceTransaction } from '../../src/store/index.ts';
import type { Agenda } from './agenda.ts';
import type { Books } from './books.ts';
import { type CompanyPlan, day, yearBegins, zoneAfterMove } from './company-plan.ts';
import { type Founded, publishAgain, rulesInForce } from './found-company.ts';
import { type ProgrammePlan, programmeRules } from './programme-plan.ts';
import type { Turnstile } from './scheduled-store.ts';
import { type Chance, pick } from './seeded-chance.ts';

interface Operating {
  readonly books: Books;
  readonly agenda: Agenda;
  readonly chance: Chance;
  readonly turnstile: Turnstile;
  readonly workspaceId: string;
  readonly store: Store;
  readonly clock: () => Date;
}

type Act = (transaction: WorkspaceTransaction) => Promise<void>;

/** Plans what those do who run the programmes, and what other systems tell of people. */
export function planOperators(
  operating: Operating,
  company: CompanyPlan,
  founded: Founded,
  plans: readonly ProgrammePlan[],
): void {
  const { books, agenda, chance, turnstile, store, workspaceId, clock } = operating;
  const add = (at: number, what: string, act: Act, after: () => void = () => undefined) =>
    agenda.add({
      at: Math.round(at),
      what,
      run: async () => {
        await store.inWorkspace(workspaceId, act);
        after();
      },
    });
  const at = (...names: (string | number)[]) => yearBegins + (0.02 + 0.93 * chance('when', ...names)) * 365 * day;
  for (const plan of plans) {
    const id = founded.programmes.get(plan.key)!;
    const setState = (when: number, state: 'running' | 'paused' | 'ended') =>
      add(
        when,
        `${plan.key} ${state}`,
        async (transaction) => {
          // Nothing can be begun again that has ended.
          if (books.states.get(id)!.all.at(-1)!.value === 'ended') return;
          await changeProgramme(transaction, id, { state, now: clock() });
        },
        () => {
          const states = books.states.get(id)!;
          if (states.all.at(-1)!.value !== 'ended') states.set(turnstile.sequence, state);
        },
      );
    for (let pause = 0; pause < 3; pause += 1) {
      const begins = at(plan.key, 'pause', pause);
      setState(begins, 'paused');
      setState(begins + (0.5 + chance('pause', plan.key, pause) * 25) * day, 'running');
    }
    if (chance('ends', plan.key) < 0.15) setState(yearBegins + (200 + chance('end', plan.key) * 160) * day, 'ended');
    if (chance('changes', plan.key) < 0.5) {
      const touchpoints = (plan.rules.trigger as { touchpoints: readonly string[] }).touchpoints;
      const { quotas: _, ...changed } = programmeRules(chance, `${plan.key} changed`, touchpoints);
      const rules = { ...changed, quotas: plan.rules.quotas };
      let now: Record<string, never> = {};
      add(
        at(plan.key, 'rules'),
        `rules of ${plan.key}`,
        async (transaction) => {
          await changeProgramme(transaction, id, { rules, now: clock() });
          now = await rulesInForce(transaction, id);
        },
        () => books.rules.get(id)!.set(turnstile.sequence, now),
      );
    }
  }
  for (const [name, id] of founded.surveys) {
    if (chance('publishes', name) < 0.5)
      add(at(name, 'publish'), `publish ${name}`, (t) => publishAgain(t, id, clock()));
  }
  planPeople(operating, company, { add, at });
}

function planPeople(
  { books, chance, turnstile, workspaceId }: Operating,
  company: CompanyPlan,
  {
    add,
    at,
  }: {
    add: (at: number, what: string, act: Act, after?: () => void) => void;
    at: (...names: (string | number)[]) => number;
  },
): void {
  // Whom an event brings is told anew by every event.
  for (const { key } of company.people.filter(({ isKnown }) => isKnown)) {
    const fate = chance('fate of', key);
    if (fate < 0.25) {
      for (const turn of [0, 1]) {
        const zone = zoneAfterMove(chance, key, turn);
        add(
          at(key, 'move', turn),
          `${key} moves to ${zone}`,
          async ({ query }) => {
            await query('update contact set time_zone = $3 where workspace_id = $1 and external_id = $2', [
              workspaceId,
              key,
              zone,
            ]);
          },
          () => books.zones.get(key)!.set(turnstile.sequence, zone),
        );
      }
    }
    if (fate > 0.95) {
      const column = pick(chance('how', key), ['opted_out_at', 'erased_at'] as const);
      add(
        at(key, column),
        `${key} ${column}`,
        async ({ query }) => {
          await query(`update contact set ${column} = now() where workspace_id = $1 and external_id = $2`, [
            workspaceId,
            key,
          ]);
        },
        () => books.stop({ kind: 'opted-out-elsewhere', sequence: turnstile.sequence, whose: key }),
      );
    }
  }
}
