import type { ContactRole } from './account.ts';
import type { AccountHistory, Invitation } from './account-history.ts';
import { lastDayText, momentText } from './calendar.ts';
import type { ConsumerHistory } from './consumer-history.ts';
import { initiativeIds, initiatives } from './initiatives.ts';
import { consumerLaw, law } from './law.ts';
import { branchName, regionOf, regions } from './names.ts';
import { serviceMonths } from './service-months.ts';
import type { WorldTableName } from './table-columns.ts';
import { touchpoints } from './touchpoints.ts';
import type { World } from './world.ts';

export type WorldCell = string | number | undefined;
export type WorldRows = Partial<Record<WorldTableName, WorldCell[][]>>;

const padded = (id: number, length: number): string => String(id).padStart(length, '0');
const yesNo = (value: boolean): string => (value ? 'yes' : 'no');
const branchId = (branch: number): string => `B${padded(branch + 1, 2)}`;
const agentId = (branch: number, agent: number): string => `${branchId(branch)}-${agent + 1}`;
const companyId = (id: number): string => `A${padded(id + 1, 6)}`;
const consumerId = (id: number): string => `C${padded(id + 1, 7)}`;
/** Cents, and four or six digits of what has no unit: more would be longer files and no more truth. */
const cents = (euro: number): number => Math.round(euro * 100) / 100;
const fourDigits = (value: number): number => Math.round(value * 1e4) / 1e4;

const roleText: Readonly<Record<ContactRole, string>> = {
  'contact person': 'contact person',
  'decision maker': 'decision maker',
  both: 'decision maker and contact person',
};

/**
 * What are the rows of one account in the files of the company?
 * @example accountRows(createWorld({ seed: 7, accounts: 9, lastMonth: '2026-10' }), accountHistory(createWorld({ seed: 7, accounts: 9, lastMonth: '2026-10' }), 2)).accounts[0][0] // => "A000003"
 */
export function accountRows(world: World, history: AccountHistory): WorldRows {
  const { account, months } = history;
  const id = companyId(account.id);
  const unit = branchId(account.branch);
  const { segment, annualRevenue, marginRate, contacts } = account;
  const rows: WorldRows = {
    accounts: [
      [
        id,
        account.name,
        'company',
        segment,
        unit,
        cents(annualRevenue),
        fourDigits(marginRate),
        renewalOf(world, account.renewal),
      ],
    ],
    contacts: contacts.map(({ index, name, role, language }) => [
      `${id}-${index + 1}`,
      id,
      name,
      roleText[role],
      language,
    ]),
    outcomes: months.map(({ month, revenue, exited }) => [
      id,
      world.calendar.months[month - 1]!.text,
      cents(revenue),
      cents(revenue * marginRate),
      exited ? lastDayText(world.calendar, month) : undefined,
      exited ? history.exit?.reason : undefined,
    ]),
    truthAccounts: [
      [id, fourDigits(account.contactLevel), fourDigits(account.decisionLevel), fourDigits(account.salesEffect)],
    ],
    truthContacts: contacts.map(({ index, effect }) => [`${id}-${index + 1}`, fourDigits(effect)]),
    truthMonths: months.map((now) => [
      id,
      world.calendar.months[now.month - 1]!.text,
      fourDigits(now.contactExperience),
      fourDigits(now.decisionExperience),
      fourDigits(now.laggedDecisionExperience),
      yesNo(now.renewal),
      Math.round(now.hazard * 1e6) / 1e6,
      fourDigits(now.doses.A),
      fourDigits(now.doses.B),
      fourDigits(now.doses.C),
    ]),
  };
  return { ...rows, ...invitationRows(world, history) };
}

/** Calendar month 1..12 in which months of the window with this remainder lie. */
function renewalOf(world: World, renewal: number): number {
  return world.calendar.months[(renewal + 11) % 12]!.month;
}

function invitationRows(world: World, { account, invitations }: AccountHistory): WorldRows {
  const id = companyId(account.id);
  const unit = branchId(account.branch);
  const rows = { encounters: [] as WorldCell[][], invitations: [] as WorldCell[][], responses: [] as WorldCell[][] };
  const truthInvitations: WorldCell[][] = [];
  for (const asked of invitations) {
    const { contact, month, level, touchpoint, channel } = asked;
    const key = `${id}-${padded(month, 2)}-${asked.number + 1}`;
    const person = `${id}-${contact.index + 1}`;
    const encounter = level === 'encounter' ? `E-${key}` : undefined;
    const at = (minute: number): string => momentText(world.calendar, month, minute);
    if (encounter !== undefined) {
      rows.encounters.push([encounter, id, person, touchpoint, unit, at(asked.occurredAt), yesNo(asked.complaint)]);
    }
    rows.invitations.push([`I-${key}`, encounter, id, person, level, channel, at(asked.invitedAt), outcome(asked)]);
    truthInvitations.push([`I-${key}`, asked.score]);
    if (asked.respondedAt === undefined) continue;
    const who = [id, person, roleText[contact.role], account.segment, unit, level, touchpoint, channel];
    const { score, items, comment } = asked;
    const said = [at(asked.respondedAt), score, items?.satisfaction, items?.ease, comment, contact.language];
    rows.responses.push([`R-${key}`, `I-${key}`, ...who, ...said]);
  }
  return { ...rows, truthInvitations };
}

const outcome = ({ answered }: Pick<Invitation, 'answered'>): string => (answered ? 'answered' : 'no answer');

/**
 * What are the rows of one consumer in the files of the company?
 * @example consumerRows(createWorld({ seed: 7, accounts: 1, consumers: 9, lastMonth: '2026-10' }), consumerHistory(createWorld({ seed: 7, accounts: 1, consumers: 9, lastMonth: '2026-10' }), 2)).accounts[0][0] // => "C0000003"
 */
export function consumerRows(world: World, { consumer, purchases, alive }: ConsumerHistory): WorldRows {
  const id = consumerId(consumer.id);
  const person = `${id}-1`;
  const unit = branchId(consumer.branch);
  const { experience, purchaseRate, dropout, meanSpend } = consumer;
  const rows = {
    accounts: [[id, consumer.name, 'consumer', 'consumer', unit, undefined, consumerLaw.margin, undefined]],
    contacts: [[person, id, consumer.name, 'user', consumer.language]],
    encounters: [] as WorldCell[][],
    invitations: [] as WorldCell[][],
    responses: [] as WorldCell[][],
    purchases: [] as WorldCell[][],
    truthInvitations: [] as WorldCell[][],
    truthConsumers: [
      [
        id,
        fourDigits(experience),
        Number(purchaseRate.toPrecision(6)),
        fourDigits(dropout),
        cents(meanSpend),
        yesNo(alive),
      ],
    ],
  };
  for (const bought of purchases) {
    const { month, touchpoint, amount, agent } = bought;
    const key = `${id}-${bought.number + 1}`;
    const at = (minute: number): string => momentText(world.calendar, month, minute);
    const place = agent === undefined ? unit : agentId(consumer.branch, agent);
    rows.purchases.push([
      `P-${key}`,
      id,
      unit,
      touchpoint,
      at(bought.occurredAt),
      cents(amount),
      cents(amount * consumerLaw.margin),
    ]);
    rows.encounters.push([`E-${key}`, id, person, touchpoint, place, at(bought.occurredAt), 'no']);
    rows.invitations.push([
      `I-${key}`,
      `E-${key}`,
      id,
      person,
      'encounter',
      'email',
      at(bought.invitedAt),
      outcome(bought),
    ]);
    rows.truthInvitations.push([`I-${key}`, bought.score]);
    if (bought.respondedAt === undefined) continue;
    const who = [id, person, 'user', 'consumer', unit, 'encounter', touchpoint, 'email'];
    rows.responses.push([
      `R-${key}`,
      `I-${key}`,
      ...who,
      at(bought.respondedAt),
      bought.score,
      bought.items.satisfaction,
      bought.items.ease,
      bought.comment,
      consumer.language,
    ]);
  }
  return rows;
}

/**
 * What are the rows that belong to no customer: org units, touchpoints, KPIs, initiatives and their truth?
 * @example companyRows(createWorld({ seed: 7, accounts: 9, lastMonth: '2026-10' })).touchpoints.length // => 9
 */
export function companyRows(world: World): WorldRows {
  const takesPart = world.branches.flatMap(({ index, waves }) =>
    initiativeIds.filter((id) => waves[id] > 0).map((id) => ({ index, id, wave: waves[id] })),
  );
  return {
    orgUnits: orgUnitRows(world),
    touchpoints: touchpoints.map(({ id, name, arm }) => [id, name, arm]),
    initiatives: takesPart.map(({ index, id, wave }) => {
      const { name, purpose, costPerAccountMonth } = initiatives[id];
      return [id, name, purpose, branchId(index), world.calendar.months[wave - 1]!.text, costPerAccountMonth];
    }),
    serviceKpis: Array.from(serviceMonths(world), ({ branch, month, kpi, numerator, denominator }) => [
      branchId(branch),
      world.calendar.months[month - 1]!.text,
      kpi,
      numerator,
      denominator,
    ]),
    truthInitiatives: world.initiatives.map((id) => {
      const { contactEffect, decisionEffect, resolutionEffect } = initiatives[id];
      const logHazard = law.churn.contact * contactEffect + law.churn.decision * decisionEffect;
      return [id, contactEffect, decisionEffect, fourDigits(logHazard), resolutionEffect];
    }),
    truthBranches: world.branches.flatMap(({ index, decisionEffect, consumerEffect, agentEffects }) => [
      [branchId(index), fourDigits(decisionEffect), fourDigits(consumerEffect)],
      ...agentEffects.map((effect, agent) => [agentId(index, agent), undefined, fourDigits(effect)]),
    ]),
    truthLaw: [...figures('companies', law), ...figures('consumers', consumerLaw)],
  };
}

function orgUnitRows(world: World): WorldCell[][] {
  const regionId = (region: string): string => `R-${region.toLowerCase()}`;
  return [
    ['company', 'The company', 'company', undefined],
    ...regions.map((region) => [regionId(region), region, 'region', 'company']),
    ...world.branches.flatMap(({ index, agentEffects }) => [
      [branchId(index), branchName(index), 'branch', regionId(regionOf(index))],
      ...agentEffects.map((_, agent) => [
        agentId(index, agent),
        `Agent ${agent + 1} of ${branchName(index)}`,
        'agent',
        branchId(index),
      ]),
    ]),
  ];
}

/** Every number of a nested object with the path that leads to it. */
function figures(path: string, value: unknown): WorldCell[][] {
  if (typeof value === 'number') return [[path, value]];
  return Object.entries(value as object).flatMap(([key, inner]) => figures(`${path}.${key}`, inner));
}
