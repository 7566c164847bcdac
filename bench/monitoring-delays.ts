// How soon the monitor finds a change, beside what others do on the same streams: the table of docs/methods/monitoring.md.
import { delays, firstAlarm, type Method } from '../test/monitoring/judge.ts';
import { changedYear } from '../test/monitoring/streams.ts';

const years = Number(process.argv[2] ?? 1000);
const cells = [
  [8, -10],
  [8, -15],
  [8, -20],
  [8, 10],
  [30, -5],
  [30, -10],
  [30, -20],
  [200, -5],
  [200, -10],
] as const;
const methods: readonly (readonly [Method, number])[] = [
  ['e-detector', 0],
  ['e-detector', 60],
  ['e-detector', 180],
  ['target', 60],
];

const rows = cells.map(([perDay, delta]) => ({
  perDay,
  delta,
  found: methods.map(([method, changeDay]) => {
    const alarms = Array.from({ length: perDay === 200 ? Math.ceil(years / 3) : years }, (_, r) =>
      firstAlarm(
        changedYear({ seed: 1_900_000 + r, perDay, promoters: 0.5, detractors: 0.2, delta, changeDay }),
        method,
      ),
    );
    return delays(alarms, changeDay);
  }),
}));
process.stdout.write(`${JSON.stringify({ years, rows })}\n`);
