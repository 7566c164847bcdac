// Trends with intervals, 24 months x 10 touchpoints, from the tallies, beside the same figures by a scan of the answers.
import pg from 'pg';
import type { StoreSettings } from '../src/config/index.ts';
import { readAccountSums } from '../src/findings/account-sum-store.ts';
import { readTouchpointCounts } from '../src/findings/count-store.ts';
import { readOverview } from '../src/findings/index.ts';
import { scoreTally } from '../src/findings/read-level.ts';
import { metricDefinition, type ScoreTally } from '../src/metrics/index.ts';
import { judgeTrend, type LevelTrend, type PeriodCounts } from '../src/overview/index.ts';
import { addTableToTallies, newId, openStore, recountTallies, type Store } from '../src/store/index.ts';
import { serverOf } from '../src/store/open-store.ts';
import { defaultView } from '../src/view/index.ts';

const home = process.argv[2]!;
const sizes = (process.env.CANDOR_BENCH_ANSWERS ?? '1000000,10000000').split(',').map(Number);
const budget = { faster: 40, p95: 60, apart: 0.2 };
const [touchpoints, accounts] = [10, 500];
const [from, to] = ['2028-07-01', '2030-07-01'];
const now = new Date('2030-06-30T12:00:00Z');
const definition = metricDefinition('nps');

const settings: StoreSettings = { kind: 'embedded', home, port: 0 };
const { address, release } = await serverOf(settings);
const store = await openStore(settings);
const superuser = new pg.Client({ ...address });
await superuser.connect();
await superuser.query('set role candor_migrator');
// Checking 60 million references would take most of the time and is not what is measured; nor are these indexes.
const { rows: references } = await superuser.query<{ on: string; name: string }>(
  `select conrelid::regclass::text as on, conname as name from pg_constraint
   where contype = 'f' and conrelid in ('response'::regclass, 'answer'::regclass)`,
);
for (const { on, name } of references) await superuser.query(`alter table ${on} drop constraint ${name}`);
for (const index of ['response_account', 'response_contact', 'response_import']) {
  await superuser.query(`drop index if exists ${index}`);
}

interface Made {
  readonly workspaceId: string;
  readonly questionId: string;
}

/** A workspace with so many answers, stored in the order of their time but for hours. Pseudo-random by arithmetic, so that every run has the same. */
async function make(answers: number): Promise<Made> {
  const [workspaceId, survey, version, questionId] = [newId(), newId(), newId(), newId()];
  await store.inTransaction((c) =>
    c.query('insert into workspace_directory (workspace_id, slug) values ($1, $2)', [workspaceId, `w-${workspaceId}`]),
  );
  const insert = (text: string, ...values: unknown[]) =>
    store.inWorkspace(workspaceId, (t) => t.query(text, [workspaceId, ...values]));
  await insert("insert into workspace (workspace_id, name, time_zone, currency) values ($1, 'Bench', 'UTC', 'EUR')");
  await insert(
    "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 's', 'S', 'encounter')",
    survey,
  );
  await insert(
    "insert into survey_version (workspace_id, id, survey_id, number, content) values ($1, $2, $3, 1, '{}')",
    version,
    survey,
  );
  await insert(
    `insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, texts, scale_minimum, scale_points)
     values ($1, $2, $3, 'recommend', 1, 'scale', 'nps', '{}', 0, 11)`,
    questionId,
    version,
  );
  const id = (prefix: string, n: string) => `('${prefix}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;
  await insert(
    `insert into touchpoint (workspace_id, id, key, name) select $1, ${id('00000001', 'n')}, 't' || n, 'T' || n
     from generate_series(1, ${touchpoints}) n`,
  );
  await insert(
    `insert into account (workspace_id, id, name, currency, revenue) select $1, ${id('00000002', 'n')}, 'A' || n, 'EUR', n
     from generate_series(1, ${accounts}) n`,
  );
  const part = 500_000;
  for (let start = 0; start < answers; start += part) {
    const many = Math.min(part, answers - start);
    await insert(
      `insert into response (workspace_id, id, source, external_id, survey_version_id, touchpoint_id, account_id, segment,
         respondent_role, channel, responded_at, recorded_at, day, completed)
       select $1, ${id('00000003', 'n')}, 'bench', n::text, $2, ${id('00000001', `1 + n % ${touchpoints}`)},
         ${id('00000002', `1 + (n * 7919) % ${accounts}`)}, 's' || n % 8, (array['payer', 'end-user', 'contact-person'])[1 + n % 3],
         'web', at, at, at::date, true
       from (select n, timestamptz '${from} 00:00Z' + (n * 63000000 / ${answers} + (n * 104729) % 72000) * interval '1 second' as at
             from generate_series(${start}::bigint, ${start + many - 1}) n) as given`,
      version,
    );
    await insert(
      `insert into answer (workspace_id, id, response_id, question_id, point)
       select $1, ${id('00000004', 'n')}, ${id('00000003', 'n')}, $2, 1 + ((n * 31337 + (n * 7919) % ${accounts} * 17) / 7) % 11
       from generate_series(${start}::bigint, ${start + many - 1}) n`,
      questionId,
    );
    process.stderr.write(`\r${start + many} answers`);
  }
  const began = performance.now();
  await store.inWorkspace(workspaceId, async (t) => {
    await t.query(
      `create temp table counted on commit drop as
       select a.question_id, r.touchpoint_id, '00000000-0000-0000-0000-000000000000'::uuid as org_unit_id, r.account_id,
         r.segment, r.respondent_role, r.channel, r.day, a.point, 11::smallint as points, 1 as weight
       from response r join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
       where r.workspace_id = $1 and a.workspace_id = $1`,
      [workspaceId],
    );
    await addTableToTallies(t, 'counted');
  });
  process.stderr.write(`, tallies in ${((performance.now() - began) / 1000).toFixed(1)} s\n`);
  await superuser.query('vacuum analyze');
  return { workspaceId, questionId };
}

/** One trend per touchpoint, judged with intervals, changes and levels. */
type Trends = ReadonlyMap<string, LevelTrend<'encounter'>>;

function judge(cells: ReadonlyMap<string, ScoreTally>, whole?: ReadonlyMap<string, PeriodCounts['whole']>): Trends {
  const names = [...new Set([...cells.keys()].map((name) => name.split(' ')[0]!))].sort();
  const months = [...new Set([...cells.keys()].map((name) => name.split(' ')[1]!))].sort();
  return new Map(
    names.map((name) => {
      const periods = months.map((month, i): PeriodCounts => {
        const all = whole?.get(month);
        const tally = cells.get(`${name} ${month}`) ?? { values: [], counts: [], n: 0 };
        return {
          ordinal: i,
          period: month.slice(0, 7),
          from: month,
          to: month,
          definition,
          version: 1,
          tally,
          ...(all && { whole: all }),
        };
      });
      return [name, judgeTrend({ level: 'encounter', periods, breaks: [] })];
    }),
  );
}

async function fromTallies(store: Store, { workspaceId, questionId }: Made): Promise<Trends> {
  return store.inSnapshot(workspaceId, async (t) => {
    const questions = [{ id: questionId, points: 11 }];
    const filter = { touchpoint: [], unit: [], segment: [], role: [], channel: [] };
    const rows = await readTouchpointCounts(t, { questions, from, to, filter, unit: 'month' });
    const values = [-1, -1, -1, -1, -1, -1, -1, 0, 0, 1, 1];
    const sums = await readAccountSums(t, { questions: [{ id: questionId, values }], from, to, unit: 'month' });
    const counts = new Map<string, Map<number, number>>();
    const cells = new Map<string, ScoreTally>();
    for (const { part, counts: each } of rows) {
      cells.set(part, scoreTally(new Map(each.map((count, score) => [score, count]))));
      const month = part.split(' ')[1]!;
      const all = counts.get(month) ?? new Map<number, number>();
      counts.set(month, all);
      for (const [score, count] of each.entries()) all.set(score, (all.get(score) ?? 0) + count);
    }
    const whole = new Map(
      [...counts].map(([month, all]) => {
        const ordinal = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
        return [month, { tally: scoreTally(all), sums: sums.get(ordinal)! }];
      }),
    );
    return judge(cells, whole);
  });
}

async function byScan(store: Store, { workspaceId, questionId }: Made): Promise<ReadonlyMap<string, ScoreTally>> {
  return store.inSnapshot(workspaceId, async (t) => {
    const rows = await t.query<{ part: string; point: number; n: number }>(
      `select r.touchpoint_id || ' ' || date_trunc('month', r.day::timestamp)::date as part, a.point, count(*) as n
       from response r join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
       where r.workspace_id = $1 and a.workspace_id = $1 and a.question_id = $2 and r.day >= $3 and r.day < $4 group by 1, 2`,
      [workspaceId, questionId, from, to],
    );
    const counts = new Map<string, Map<number, number>>();
    for (const { part, point, n } of rows) counts.set(part, (counts.get(part) ?? new Map()).set(point - 1, n));
    return new Map([...counts].map(([part, each]) => [part, scoreTally(each)]));
  });
}

async function times(repeats: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < repeats; i++) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return taken.sort((a, b) => a - b);
}
const at = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;

const lines: object[] = [];
try {
  for (const answers of sizes) {
    const made = await make(answers);
    if (answers <= 1_000_000) {
      const drift = await store.inWorkspace(made.workspaceId, recountTallies);
      if (drift.length > 0) throw new Error('the tallies do not agree with the answers');
    }
    const scan = await times(3, async () => judge(await byScan(store, made)));
    await times(5, () => fromTallies(store, made));
    const tallies = await times(200, () => fromTallies(store, made));
    const trends = await fromTallies(store, made);
    const raw = await byScan(store, made);
    for (const [name, { periods }] of trends) {
      for (const { counts } of periods) {
        const same = raw.get(`${name} ${counts.period}-01`);
        if (JSON.stringify(same) !== JSON.stringify(counts.tally)) throw new Error(`figures differ at ${name}`);
      }
    }
    const ask = {
      workspaceId: made.workspaceId,
      view: { ...defaultView, from, to },
      reader: { money: true, comments: true, contactDetails: true, smallGroups: true },
      now,
    };
    const page = await times(9, () => readOverview(store, ask));
    lines.push({
      answers,
      scanMs: Math.round(at(scan, 0.5)),
      trendMedianMs: Number(at(tallies, 0.5).toFixed(1)),
      trendP95Ms: Number(at(tallies, 0.95).toFixed(1)),
      faster: Number((at(scan, 0.5) / at(tallies, 0.5)).toFixed(0)),
      wholePageMedianMs: Math.round(at(page, 0.5)),
    });
  }
  process.stdout.write(`${JSON.stringify({ budget, lines }, null, 2)}\n`);
} finally {
  await superuser.end();
  await store.close();
  await release();
}
