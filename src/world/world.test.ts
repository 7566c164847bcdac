import { describe, expect, it } from 'vitest';
import { isCandorError } from '../errors/index.ts';
import { accountHistories, accountHistory } from './account-history.ts';
import { calendarUntil, lastDayText, momentText } from './calendar.ts';
import { oneMonthOfTwelve, programmeMonths } from './constant-programme.ts';
import { consumerHistories, consumerHistory } from './consumer-history.ts';
import { accountName, branchName } from './names.ts';
import { serviceMonth, serviceMonths } from './service-months.ts';
import { worldTableNames, worldTables } from './table-columns.ts';
import { accountRows, companyRows, consumerRows, type WorldRows } from './table-rows.ts';
import { createWorld, type WorldSettings } from './world.ts';

const settings: WorldSettings = { seed: 5, accounts: 150, consumers: 300, lastMonth: '2026-02' };
const world = createWorld(settings);
const codeOf = (call: () => unknown): string | undefined => {
  try {
    call();
  } catch (error) {
    return isCandorError(error) ? error.code : 'another error';
  }
  return undefined;
};

describe('a world', () => {
  it('is the same for the same settings and another one for another seed', () => {
    expect([...accountHistories(createWorld(settings))]).toEqual([...accountHistories(world)]);
    expect([...consumerHistories(createWorld(settings))]).toEqual([...consumerHistories(world)]);
    const other = createWorld({ ...settings, seed: 6 });
    expect(accountHistory(other, 0)).not.toEqual(accountHistory(world, 0));
    expect(consumerHistory(other, 0)).not.toEqual(consumerHistory(world, 0));
  });

  it('gives any customer and branch alone as in the stream, whatever was asked before', () => {
    const accounts = [...accountHistories(world)];
    const consumers = [...consumerHistories(world)];
    for (const id of [149, 0, 77, 3]) {
      expect(accountHistory(createWorld(settings), id)).toEqual(accounts[id]);
      expect(consumerHistory(createWorld(settings), id)).toEqual(consumers[id]);
    }
    const facts = [...serviceMonths(world)].filter(({ branch, month }) => branch === 17 && month === 30);
    expect(serviceMonth(createWorld(settings), 17, 30)).toEqual(facts);
  });

  it('does not depend on how many customers there are', () => {
    const larger = createWorld({ ...settings, accounts: 5000, consumers: 9000 });
    expect(accountHistory(larger, 12)).toEqual(accountHistory(world, 12));
    expect(consumerHistory(larger, 12)).toEqual(consumerHistory(world, 12));
  });

  it('refuses what is outside its ranges', () => {
    for (const wrong of [
      { seed: -1 },
      { seed: 1.5 },
      { accounts: 0 },
      { consumers: -1 },
      { lastMonth: '2026-13' },
      { lastMonth: 'May' },
      { lastMonth: '0001-01' },
      { initiatives: ['D' as never] },
      { nonResponse: 'never' as never },
    ]) {
      expect(
        codeOf(() => createWorld({ ...settings, ...wrong })),
        JSON.stringify(wrong),
      ).toBe('CND_ARGUMENT');
    }
    for (const id of [-1, 150, 0.5]) expect(codeOf(() => accountHistory(world, id))).toBe('CND_ARGUMENT');
    expect(codeOf(() => consumerHistory(world, 300))).toBe('CND_ARGUMENT');
    for (const wrong of [{ months: 0 }, { answersPerMonth: 1.5 }, { change: { month: 2, points: 60 } }]) {
      expect(codeOf(() => programmeMonths({ ...oneMonthOfTwelve, ...wrong }))).toBe('CND_ARGUMENT');
    }
  });

  it('follows the legend of its programme: months of the size asked for', () => {
    const totals = programmeMonths(oneMonthOfTwelve).map(({ counts }) => counts.reduce((all, count) => all + count, 0));
    expect(totals).toEqual(Array.from({ length: 12 }, () => 230));
  });
});

describe('the calendar', () => {
  it('ends with the month given and knows leap years and working days', () => {
    const { months, days } = calendarUntil('2026-02');
    expect([months[0]!.text, months.at(-1)!.text, months.length]).toEqual(['2023-03', '2026-02', 36]);
    // 2023-03-01 to 2026-02-28, with the 29th of February 2024.
    expect(days).toBe(1096);
    expect(months[11]!.days).toBe(29);
    // The 1st of March 2023 was a Wednesday, the 1st of February 2026 a Sunday.
    expect(months[0]!.workingDays.slice(0, 4)).toEqual([1, 2, 3, 6]);
    expect(months[35]!.workingDays.slice(0, 2)).toEqual([2, 3]);
    expect(momentText(calendarUntil('2026-02'), 36, 27 * 1440 + 61)).toBe('2026-02-28T01:01:00Z');
    expect(lastDayText(calendarUntil('2026-02'), 12)).toBe('2024-02-29');
  });

  it('holds everything: no answer before its invitation, none outside its month', () => {
    const length = (month: number) => world.calendar.months[month - 1]!.days * 1440;
    const asked = [
      ...[...accountHistories(world)].flatMap(({ invitations }) => invitations),
      ...[...consumerHistories(world)].flatMap(({ purchases }) => purchases),
    ];
    expect(asked.length).toBeGreaterThan(2000);
    const wrong = asked.filter(({ month, occurredAt, invitedAt, respondedAt, answered }) => {
      const asks = occurredAt >= 0 && invitedAt >= occurredAt && invitedAt < length(month);
      if (respondedAt === undefined) return !asks || answered;
      return !asks || !answered || respondedAt <= invitedAt || respondedAt >= length(month);
    });
    expect(wrong).toEqual([]);
  });

  it('lets an account leave once, in its last month, with a reason', () => {
    const histories = [...accountHistories(world)];
    const left = histories.filter(({ exit }) => exit !== undefined);
    expect(left.length).toBeGreaterThan(20);
    for (const { exit, months } of histories) {
      expect(months.filter(({ exited }) => exited).length).toBe(exit === undefined ? 0 : 1);
      expect(months.length).toBe(exit?.month ?? 36);
    }
  });
});

describe('names', () => {
  it('are different for the first 147,456 accounts', () => {
    const names = new Set(Array.from({ length: 147_456 }, (_, id) => accountName(5, id)));
    expect(names.size).toBe(147_456);
    expect(names.has(accountName(5, 147_456))).toBe(false);
  });

  it('are different for all 40 branches', () => {
    expect(new Set(Array.from({ length: 40 }, (_, branch) => branchName(branch))).size).toBe(40);
  });
});

describe('the files', () => {
  const rows: WorldRows[] = [
    companyRows(world),
    ...Array.from(accountHistories(world), (history) => accountRows(world, history)),
    ...Array.from(consumerHistories(world), (history) => consumerRows(world, history)),
  ];
  const all = (name: (typeof worldTableNames)[number]) => rows.flatMap((part) => part[name] ?? []);
  const cells = (name: (typeof worldTableNames)[number], column: string): unknown[] => {
    const at = Object.keys(worldTables[name].columns).indexOf(column);
    expect(at).toBeGreaterThanOrEqual(0);
    return all(name).map((row) => row[at]);
  };

  it.each(worldTableNames)('%s has rows, and a cell for every column', (name) => {
    const wanted = Object.keys(worldTables[name].columns).length;
    expect(all(name).length).toBeGreaterThan(0);
    expect(all(name).filter((row) => row.length !== wanted)).toEqual([]);
  });

  it('refer to what is there, by ids that are given once', () => {
    const ids = (name: (typeof worldTableNames)[number], column: string) => {
      const list = cells(name, column);
      expect(new Set(list).size, `${name}.${column}`).toBe(list.length);
      return new Set(list);
    };
    const known = {
      account: ids('accounts', 'account'),
      contact: ids('contacts', 'contact'),
      org_unit: ids('orgUnits', 'org_unit'),
      touchpoint: ids('touchpoints', 'touchpoint'),
      encounter: ids('encounters', 'encounter'),
      invitation: ids('invitations', 'invitation'),
    };
    ids('responses', 'response');
    ids('purchases', 'purchase');
    for (const name of worldTableNames) {
      for (const [column, there] of Object.entries(known)) {
        if (!(column in worldTables[name].columns)) continue;
        const lost = cells(name, column).filter((cell) => cell !== undefined && !there.has(cell));
        expect(lost, `${name}.${column}`).toEqual([]);
      }
    }
  });

  it('say nothing of the truth outside its folder', () => {
    const open = worldTableNames.filter((name) => !worldTables[name].file.startsWith('truth/'));
    const secret = /experience|hazard|dose|effect|drift|alive|dropout|rate$/;
    const told = open.flatMap((name) => Object.keys(worldTables[name].columns).filter((column) => secret.test(column)));
    expect(told).toEqual(['margin_rate']);
    // Who was asked and did not answer has no score in the open.
    expect(all('responses').length).toBe(cells('invitations', 'outcome').filter((cell) => cell === 'answered').length);
  });
});
