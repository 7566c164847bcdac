import { writeFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayOfIsoDate } from '../../src/audit/index.ts';
import { auditInThreads } from '../../src/findings/index.ts';
import { auditHere, type ColumnsToAudit } from '../../src/findings/programme-auditor.ts';
import { SharedWork } from '../../src/findings/shared-work.ts';
import { metricDefinition } from '../../src/metrics/index.ts';
import { randomStream } from '../../src/numeric/index.ts';
import { buildThread, removeThreads, spinningThread, threadGate } from './audit-thread-program.ts';

let program: URL;
beforeAll(async () => {
  program = await buildThread('audit-thread');
});
afterAll(removeThreads);

/** Answers of a year by accounts of four or so answers. */
function columns(answers: number, from = '2030-01-01'): ColumnsToAudit {
  const chance = randomStream(5, 1, 1, 0);
  const accounts = Math.ceil(answers / 4);
  const first = dayOfIsoDate(from)!;
  return {
    definition: metricDefinition('nps'),
    series: {
      scores: Float64Array.from({ length: answers }, () => Math.floor(chance.uniform() * 11)),
      days: Int32Array.from({ length: answers }, () => first + Math.floor(chance.uniform() * 365)),
      account: {
        codes: Int32Array.from({ length: answers }, () => Math.floor(chance.uniform() * accounts)),
        names: Array.from({ length: accounts }, (_, i) => `A${i}`),
      },
      families: ['nps'],
      questions: 1,
    },
    periodUnit: 'month',
    confidence: 0.95,
  };
}

describe('an audit in a thread of its own', () => {
  it('is the same as one here', async () => {
    const audited = await auditInThreads({ program, most: 2, seconds: 100 })(columns(600));
    expect(audited).toEqual(await auditHere(columns(600)));
    const given = await auditInThreads({ program, most: 2, seconds: 100 })({ ...columns(600), seed: 3 });
    expect(given.seed).toBe(3);
    expect(given.dataHash).toBe(audited.dataHash);
  });

  it('is the same in a thread that has judged or refused before', async () => {
    const audit = auditInThreads({ program, most: 1, seconds: 100 });
    const first = await audit(columns(600));
    expect(await audit(columns(600))).toEqual(first);
    const { series, ...rest } = columns(40);
    const wrongYear = { ...rest, series: { ...series, days: series.days.map((day, i) => (i === 0 ? -600_000 : day)) } };
    await expect(audit(wrongYear)).rejects.toMatchObject({ code: 'CND_TOO_MANY_PERIODS' });
    expect(await audit(columns(600))).toEqual(first);
  });

  it('refuses with its code', async () => {
    const { series, ...rest } = columns(40);
    const wrongYear = { ...rest, series: { ...series, days: series.days.map((day, i) => (i === 0 ? -600_000 : day)) } };
    await expect(auditInThreads({ program, most: 1, seconds: 100 })(wrongYear)).rejects.toMatchObject({
      code: 'CND_TOO_MANY_PERIODS',
      name: 'CandorError',
      details: { most: 5_000 },
    });
  });

  it('leaves this thread to others', async () => {
    const many = () => columns(120_000);
    const begun = performance.now();
    await auditHere(many());
    const here = performance.now() - begun;
    const given = many();
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    await auditInThreads({ program, most: 1, seconds: 100 })(given);
    delay.disable();
    // Both in milliseconds of the same run: this thread was never held up for long while the other computed.
    expect(delay.max / 1e6).toBeLessThan(here / 3);
  });

  it('is stopped when nobody waits, and when it takes too long; the next gets its turn', async () => {
    const spinning = spinningThread(threadGate());
    const audit = auditInThreads({ program: spinning, most: 1, seconds: 100 });
    const [running, waiting] = [new AbortController(), new AbortController()];
    const first = audit(columns(10), running.signal);
    const second = audit(columns(10), waiting.signal);
    const third = audit(columns(10));
    waiting.abort(new Error('left the queue'));
    await expect(second).rejects.toThrow('left the queue');
    running.abort(new Error('nobody waits'));
    await expect(first).rejects.toThrow('nobody waits');
    await sleep(50);
    writeFileSync(threadGate(), '');
    await expect(third).rejects.toMatchObject({ code: 'CND_NO_ANSWERS' });
    const slow = auditInThreads({ program: spinningThread('/nowhere/at/all'), most: 1, seconds: 0.2 });
    await expect(slow(columns(10))).rejects.toMatchObject({ code: 'CND_AUDIT_SLOW', details: { seconds: 0.2 } });
    await expect(slow(columns(10), AbortSignal.abort(new Error('gone before')))).rejects.toThrow('gone before');
  });
});

describe('work that several ask for', () => {
  const asked = () => {
    const shared = new SharedWork<object>(2);
    const starts: { name: string; signal: AbortSignal; finish: (value: object) => void }[] = [];
    const of = (name: string, signal?: AbortSignal) =>
      shared.of(
        name,
        signal,
        (stop) =>
          new Promise<object>((resolve, reject) => {
            starts.push({ name, signal: stop, finish: resolve });
            stop.addEventListener('abort', () => reject(stop.reason));
          }),
      );
    return { of, starts };
  };

  it('is done once, for all of them, and kept', async () => {
    const { of, starts } = asked();
    const both = [of('a'), of('a')];
    const value = {};
    starts[0]!.finish(value);
    expect(await Promise.all(both)).toEqual([value, value]);
    expect(await of('a')).toBe(value);
    expect(starts).toHaveLength(1);
    for (const name of ['b', 'c']) {
      const one = of(name);
      starts.at(-1)!.finish({});
      await one;
    }
    // The oldest of three was let go of.
    void of('a');
    expect(starts.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'a']);
  });

  it('goes on while one waits, and is given up with the last', async () => {
    const { of, starts } = asked();
    const leave = [new AbortController(), new AbortController()];
    const both = leave.map(({ signal }) => of('a', signal));
    leave[0]!.abort(new Error('left'));
    await expect(both[0]).rejects.toThrow('left');
    expect(starts[0]!.signal.aborted).toBe(false);
    leave[1]!.abort(new Error('left too'));
    await expect(both[1]).rejects.toThrow('left too');
    expect(starts[0]!.signal.aborted).toBe(true);
    const again = of('a');
    const value = {};
    starts[1]!.finish(value);
    expect(await again).toBe(value);
  });

  it('is not kept where it failed', async () => {
    const shared = new SharedWork<object>(2);
    const fail = () => shared.of('a', undefined, () => Promise.reject(new Error('no')));
    await expect(fail()).rejects.toThrow('no');
    const value = {};
    expect(await shared.of('a', undefined, async () => value)).toBe(value);
  });
});
