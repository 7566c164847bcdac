// The monitor beside what dashboards do and beside what could be done at best, on the same streams: docs/methods/monitoring.md.
import { delays } from '../test/monitoring/judge.ts';
import * as rivals from '../test/monitoring/rivals.ts';
import { changedYear, steadyYear, type Year } from '../test/monitoring/streams.ts';

const years = Number(process.argv[2] ?? 1000);
const steadyYears = 2 * years;
const shares = { promoters: 0.5, detractors: 0.2 };
const perDay = 8;

const steady = Array.from({ length: steadyYears }, (_, r) =>
  steadyYear(2_000_000 + r, perDay, [
    [-100, shares.detractors],
    [0, 0.3],
    [100, shares.promoters],
  ]),
);
const changed = [-10, -20].map((delta) => ({
  delta,
  years: Array.from({ length: years }, (_, r) => changedYear({ seed: 1_900_000 + r, perDay, ...shares, delta })),
}));

interface Row {
  readonly method: string;
  readonly threshold: number;
  readonly falseAlarms: number;
  readonly found: readonly ReturnType<typeof delays>[];
}

function row(method: string, of: (delta: number) => rivals.Statistic, fixed?: number): Row {
  const thresholds = changed.map(({ delta }) => fixed ?? rivals.thresholdOf(of(delta), steady));
  const alarms = (years: readonly Year[], statistic: rivals.Statistic, threshold: number) =>
    years.map((year) => rivals.firstReach(statistic(year), threshold));
  const falsely = alarms(steady, of(changed[0]!.delta), thresholds[0]!).filter((day) => day !== undefined).length;
  return {
    method,
    threshold: thresholds[0]!,
    falseAlarms: falsely / steadyYears,
    found: changed.map(({ delta, years }, i) => delays(alarms(years, of(delta), thresholds[i]!), 60)),
  };
}

const known = (delta: number) => ({ ...shares, delta });
process.stdout.write(
  `${JSON.stringify({
    years,
    steadyYears,
    rows: [
      row('the last 30 days beside the 30 before, every day, 1.96 standard errors', () => rivals.rollingMonths, 1.96),
      row('the same, at the threshold that 5 % of steady years reach', () => rivals.rollingMonths),
      row('a week beside the 28 days before, 10 points', () => rivals.weekBesideMonth, 10),
      row('the same, at the threshold that 5 % of steady years reach', () => rivals.weekBesideMonth),
      row('**the monitor, E >= 20**', () => rivals.eDetector, 20),
      row('the monitor, at the threshold that 5 % of steady years reach', () => rivals.eDetector),
      row('bound: size and direction known, level learnt, 5 %', (delta) => rivals.knowsTheSize(known(delta))),
      row('bound: level before and after known, 5 %', (delta) => rivals.knowsAll(known(delta))),
    ],
  })}\n`,
);
