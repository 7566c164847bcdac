import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isCandorError } from '../errors/index.ts';
import { defaultView, parseView, periodDays, printView, type View, viewDimensions, viewWindow } from './index.ts';

const text = fc.string({ maxLength: 20 });
const few = fc.uniqueArray(text, { maxLength: 4 }).map((values) => values.sort());
const view: fc.Arbitrary<View> = fc
  .record(
    {
      level: fc.constantFrom('relationship' as const, 'encounter' as const),
      metric: fc.constantFrom('nps', 'ces-7', 'own-metric-2'),
      touchpoint: few,
      segment: few,
      unit: few,
      role: few,
      channel: few,
      period: fc.constantFrom('month' as const),
      from: fc.constantFrom('2024-02-29', '2025-01-01'),
      to: fc.constantFrom('2026-03-01', '2026-12-31'),
      at: fc.constantFrom('2025-06', '2026-01'),
      by: fc.constantFrom(...viewDimensions),
    },
    { requiredKeys: ['metric', 'touchpoint', 'segment', 'unit', 'role', 'channel', 'period'] },
  )
  .map((made) => made as View);

const parsed = (query: string) => parseView(new URLSearchParams(query));

describe('a view', () => {
  it('comes back from its address as it went', () => {
    fc.assert(
      fc.property(view, (given) => {
        expect(parsed(printView(given))).toEqual(given);
      }),
    );
  });

  it('is the whole programme where nothing is said', () => {
    expect(parsed('')).toEqual(defaultView);
    expect(printView(defaultView)).toBe('');
  });

  it('refuses any address that it does not understand, and nothing else happens', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('level', 'at', 'from', 'x', 'period', 'unit'), text)), (pairs) => {
        try {
          const given = parseView(pairs);
          expect(parsed(printView(given))).toEqual({ ...given, unit: [...given.unit].sort() });
        } catch (error) {
          expect(isCandorError(error) && error.code).toBe('CND_VIEW');
        }
      }),
    );
  });

  it.each([
    ['colour=red', 'colour'],
    ['level=both', 'level'],
    ['level=encounter&level=relationship', 'level'],
    ['from=2026-02-30', 'from'],
    ['from=2026-03-01&to=2026-03-01', 'to'],
    ['at=2026-13', 'at'],
    ['period=week&at=2026-03', 'at'],
    ['metric=NPS!', 'metric'],
    ['role=a%00b', 'role'],
    [`segment=${'x'.repeat(201)}`, 'segment'],
  ])('names the field of %s', (query, field) => {
    expect(() => parsed(query)).toThrow(
      expect.objectContaining({ code: 'CND_VIEW', details: expect.objectContaining({ field }) }),
    );
  });
});

describe('the window of a view', () => {
  it('holds the running period and the twelve before it', () => {
    const window = viewWindow(defaultView, '2026-11-22');
    expect(window).toMatchObject({ from: '2025-11-01', to: '2026-12-01' });
    expect(window.last - window.first).toBe(12);
  });

  it('cuts weeks from Monday to Monday', () => {
    expect(viewWindow({ ...defaultView, period: 'week' }, '2026-11-22')).toMatchObject({
      from: '2026-08-24',
      to: '2026-11-23',
    });
  });

  it('cuts a period at the ends of the window', () => {
    const window = viewWindow({ ...defaultView, from: '2026-01-15', to: '2026-03-10' }, '2026-11-22');
    expect(periodDays(window, '2026-01')).toEqual({ from: '2026-01-15', to: '2026-02-01' });
    expect(periodDays(window, '2026-03')).toEqual({ from: '2026-03-01', to: '2026-03-10' });
    expect(() => periodDays(window, '2026-04')).toThrow(expect.objectContaining({ code: 'CND_VIEW' }));
  });

  it('refuses more periods than a page can show', () => {
    expect(() => viewWindow({ ...defaultView, period: 'week', from: '1999-01-01' }, '2026-11-22')).toThrow(
      expect.objectContaining({ code: 'CND_VIEW' }),
    );
  });
});
