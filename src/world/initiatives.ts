import { randomStream } from '../numeric/index.ts';
import { law } from './law.ts';
import { streams } from './streams.ts';

/** What the company did to be better, and what it truly does. */
export interface Initiative {
  readonly id: InitiativeId;
  readonly name: string;
  readonly purpose: string;
  /** Euro for an account and month, from the branch's first month on. */
  readonly costPerAccountMonth: number;
  /** Months of the window in which a wave of branches begins. */
  readonly waves: readonly number[];
  /** True full effects, in units of experience. */
  readonly contactEffect: number;
  readonly decisionEffect: number;
  /** What it adds to the logit of first contact resolution. */
  readonly resolutionEffect: number;
}

export const initiativeIds = ['A', 'B', 'C'] as const;
export type InitiativeId = (typeof initiativeIds)[number];

/** Months until an initiative has its full effect: a third more each month. */
const ramp = 3;

export const initiatives: Readonly<Record<InitiativeId, Initiative>> = {
  A: {
    id: 'A',
    name: 'Management dialogue',
    purpose: 'Our management meets the decision makers of the accounts twice a year and follows up what was agreed.',
    costPerAccountMonth: 30,
    waves: [19, 22, 25],
    contactEffect: 0,
    decisionEffect: 0.6,
    resolutionEffect: 0,
  },
  B: {
    id: 'B',
    name: 'Smoother operations',
    purpose: 'Orders, deliveries and support of the branch are handled by one team that owns the case to its end.',
    costPerAccountMonth: 18,
    waves: [14, 20],
    contactEffect: 0.35,
    decisionEffect: 0,
    resolutionEffect: 0.5,
  },
  C: {
    id: 'C',
    name: 'Renewed newsletter',
    purpose: 'The branch sends the renewed customer newsletter every month.',
    costPerAccountMonth: 4,
    waves: [16, 23],
    contactEffect: 0,
    decisionEffect: 0,
    resolutionEffect: 0,
  },
};

/** How much of its full effect an initiative has in a month, 0..1; `wave` 0 is a branch that never takes part. */
export function dose(wave: number, month: number): number {
  return wave > 0 && month >= wave ? Math.min(1, (month - wave + 1) / ramp) : 0;
}

/**
 * The month in which each branch begins A, or 0. The company chose the 60 % of branches that look worst to it: the lower
 * the branch effect the earlier in the order, with some error. That is what a plain comparison of branches gets wrong.
 */
export function managementWaves(branches: readonly { effect: number; luck: number }[]): number[] {
  const looks = branches.map(({ effect, luck }) => effect + 0.25 * (luck - 0.5));
  const order = branches.map((_, branch) => branch).sort((i, j) => looks[i]! - looks[j]!);
  const waves = branches.map(() => 0);
  order.slice(0, Math.ceil(branches.length * 0.6)).forEach((branch) => {
    waves[branch] = initiatives.A.waves[Math.floor(branches[branch]!.luck * 3)]!;
  });
  return waves;
}

/**
 * The month in which each branch begins B or C, or 0: half of the branches, drawn without regard to how they stand, so
 * that a plain comparison is right.
 */
export function randomWaves(seed: number, id: 'B' | 'C', branches: number): number[] {
  const chance = randomStream(seed, id === 'B' ? streams.operationsBranch : streams.placeboBranch, 0);
  const order = chance.shuffle(Array.from({ length: branches }, (_, branch) => branch));
  const { waves } = initiatives[id];
  const begins = order.map(() => 0);
  order.slice(0, branches / 2).forEach((branch) => {
    begins[branch] = waves[chance.integer(waves.length)]!;
  });
  return begins;
}

export const isInitiative = (id: string): id is InitiativeId => id in initiatives;

/** The month whose experience moves the sales of this one. */
export const laggedMonth = (month: number): number => Math.max(1, month - law.sales.lag);
