/**
 * Writes relationship-survey.csv, and the truth about it to test/fixtures/sample: `node samples/make-sample.mjs`. The
 * law, the seed and the search rule are told in README.md beside this file.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DelimitedFile } from '../test/fixtures/generator/delimited-file.mjs';
import { columnsOf, delimitedFixture, filesOf } from '../test/fixtures/generator/fixture.mjs';
import { drawNpsScore, isoDay, monthsBetween } from '../test/fixtures/generator/programme.mjs';
import { makeRandom } from '../test/fixtures/generator/random.mjs';
import { cheapestLevels, judgeChanges, showsOneTrueAndOneFalse } from './search-seed.mjs';

const MONTHS = monthsBetween('2025-11', '2026-10');
const RISE = MONTHS.indexOf('2026-06');
const BEFORE = [0.45, 0.3, 0.25];
const SINCE_JUNE = [0.55, 0.3, 0.15];
/** Shares of contact person, payer, decision maker, user; payers are found in some accounts only. */
const ROLES = ['contact person', 'payer', 'decision maker', 'user'];
const WITH_PAYER = [0.495, 0.205, 0.15, 0.15];
const WITHOUT_PAYER = [0.64, 0, 0, 0.36];
const ACCOUNTS = 900;
const QUESTIONS = ['satisfaction', 'ease', 'value', 'delivery', 'invoicing', 'support', 'quality', 'communication'];
const HEADER = [
  'response_id',
  'submitted_at',
  'account',
  'role',
  'revenue',
  'survey_level',
  'questionnaire_version',
  'recommend',
  ...QUESTIONS,
  'comment',
  'status',
];
const COMMENTS = [
  'Deliveries come on time.',
  'The new invoice is easier to read.',
  'Support called back the same day.',
  'We waited two weeks for an answer.',
  'Good people; slow portal.',
  'Prices rose, the service did not.',
  'No complaints.',
];
const REJECTED = { 'empty-score': 41, preview: 6, 'unreadable-date': 3, 'outside-scale': 2 };

/** The sample as a fixture: bytes and truth. */
export function sampleFixture() {
  const programme = drawProgramme();
  const seed = firstSeed(programme);
  drawScores(programme, seed);
  const rows = spoil(programme.flat());
  const file = new DelimitedFile({ delimiter: ';' });
  file.record(HEADER);
  for (const row of rows) row.line = file.record(cells(row));
  return delimitedFixture({
    name: 'relationship-survey.csv',
    about: 'simulated relationship programme: +20 points in June 2026 that stay, one false fall before it',
    seed,
    headerRows: 1,
    file,
    rows,
    metric: 'nps',
    scale: { min: 0, max: 10 },
    columns: columnsOf(HEADER, {
      score: 'recommend',
      date: 'submitted_at',
      account: 'account',
      role: 'role',
      revenue: 'revenue',
      level: 'survey_level',
      version: 'questionnaire_version',
      responseId: 'response_id',
      status: 'status',
    }),
    questions: QUESTIONS.length + 1,
    ...shares(rows),
    naiveTest: naiveTest(programme),
    newLevels: cheapestLevels(countsOf(programme)).map((index) => MONTHS[index]),
    caveats: ['definition-change'],
  });
}

/** Everything but the scores, one list of answers per month: it does not depend on the seed that is searched for. */
function drawProgramme() {
  const random = makeRandom(230, 'programme');
  const accounts = Array.from({ length: ACCOUNTS }, (_, index) => ({
    name: `A-${String(index + 1).padStart(4, '0')}`,
    revenue: 100 * Math.round(600 * Math.exp(1.1 * random.normal())),
    shares: random.uniform() < 0.885 ? WITH_PAYER : WITHOUT_PAYER,
  }));
  return MONTHS.map((month) => {
    const n = random.integer(217, 243);
    const days = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
    return Array.from({ length: n }, () => {
      const account = random.pick(accounts);
      const second = random.integer(0, days * 86_400 - 1);
      return {
        at: Date.parse(`${month}-01T00:00:00Z`) + 1000 * second,
        account: account.name,
        revenue: account.revenue,
        role: ROLES[random.category(account.shares)],
        noise: QUESTIONS.map(() => random.normal()),
        blank: QUESTIONS.map(() => random.uniform() < 0.03),
        comment: random.uniform() < 0.08 ? random.pick(COMMENTS) : '',
      };
    }).sort((a, b) => a.at - b.at);
  });
}

function firstSeed(programme) {
  for (let seed = 1; seed < 100_000; seed++) {
    drawScores(programme, seed);
    if (showsOneTrueAndOneFalse(countsOf(programme), RISE)) return seed;
  }
  throw new Error('no seed below 100,000 shows the effect');
}

function drawScores(programme, seed) {
  const random = makeRandom(seed, 'scores');
  for (const [index, month] of programme.entries()) {
    for (const row of month) row.score = drawNpsScore(random, index < RISE ? BEFORE : SINCE_JUNE);
  }
}

function countsOf(programme) {
  return programme.map((month) => ({
    n: month.length,
    promoters: month.filter((row) => row.score >= 9).length,
    detractors: month.filter((row) => row.score <= 6).length,
  }));
}

function naiveTest(programme) {
  return judgeChanges(countsOf(programme)).map(({ z, p, holm }, index) => ({
    from: MONTHS[index],
    to: MONTHS[index + 1],
    z: Number(z.toFixed(6)),
    p: Number(p.toFixed(6)),
    holm: Number(holm.toFixed(6)),
  }));
}

/** Adds the rows that must be rejected; the answers drawn above all stay, so the months keep their counts. */
function spoil(sound) {
  const random = makeRandom(61, 'rejected');
  const spoilt = Object.entries(REJECTED).flatMap(([fate, count]) =>
    Array.from({ length: count }, (_, serial) => ({ ...random.pick(sound), fate, serial })),
  );
  const rows = [...sound, ...spoilt].sort((a, b) => a.at - b.at);
  for (const [index, row] of rows.entries()) {
    row.id = `R-${String(index + 1).padStart(5, '0')}`;
    row.day = isoDay(row.at);
  }
  for (let copies = 0; copies < 9; copies++) {
    const at = random.integer(300, rows.length - 20);
    const original = rows.slice(at).find((row) => row.fate === undefined);
    rows.splice(rows.indexOf(original) + random.integer(1, 9), 0, { ...original, fate: 'duplicate' });
  }
  return rows;
}

function cells(row) {
  return [
    row.id,
    row.fate === 'unreadable-date' ? ['not known', '2026-02-30T10:00:00Z', '#VALUE!'][row.serial] : zulu(row.at),
    row.account,
    row.role,
    row.revenue,
    'relationship',
    row.at < Date.UTC(2026, 0, 1) ? '3' : '4',
    row.fate === 'empty-score' ? '' : row.fate === 'outside-scale' ? ['11', '12'][row.serial] : row.score,
    ...QUESTIONS.map((question, index) => (row.blank[index] ? '' : rating(row, question, index))),
    row.comment,
    row.fate === 'preview' ? 'preview' : 'complete',
  ];
}

const zulu = (at) => new Date(at).toISOString().replace('.000Z', 'Z');

/** A rating that leans on the recommendation: 1-7 for ease, 1-5 for the rest. */
function rating(row, question, index) {
  const top = question === 'ease' ? 7 : 5;
  const drawn = Math.round(1 + (top - 1) * (0.3 + 0.05 * row.score) + 0.8 * row.noise[index]);
  return Math.min(top, Math.max(1, drawn));
}

/** Figures for the rules of the audit, over the answers that count. */
function shares(rows) {
  const used = rows.filter((row) => row.fate === undefined);
  const revenues = new Map(used.map((row) => [row.account, row.revenue]));
  const payers = new Set(
    used.filter((row) => row.role === 'payer' || row.role === 'decision maker').map((row) => row.account),
  );
  const sum = (names) => [...names].reduce((total, name) => total + revenues.get(name), 0);
  return {
    contactPersonShare: used.filter((row) => row.role === 'contact person').length / used.length,
    payerRevenueShare: sum(payers) / sum(revenues.keys()),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [[name, bytes], [truth, expected]] = filesOf([sampleFixture()]);
  writeFileSync(new URL(name, import.meta.url), bytes);
  // The truth is a fixture: who opens the folder of samples looks for data.
  const folder = new URL('../test/fixtures/sample/', import.meta.url);
  mkdirSync(folder, { recursive: true });
  writeFileSync(new URL(truth, folder), expected);
}
