import * as z from 'zod';
import { calendarPeriods } from '../calendar/index.ts';
import { conditionSchema } from './condition.ts';
import { channels, legalBases, respondentRoles } from './facts.ts';
import { clockTime, quietHours, sendWindow } from './send-time.ts';

const name = z.string().min(1).max(200);
const names = z.array(name).min(1).max(500);
const share = z.number().min(0).max(1);
const language = z.string().regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/, 'needs a language tag such as fi or pt-BR');

/** What answers are cut by when shares or quotas differ. */
export const samplingDimensions = ['segment', 'role', 'touchpoint'] as const;
export type SamplingDimension = (typeof samplingDimensions)[number];

/** How often people are asked. 90 and 14 days are what the trade settled on; reminders are not counted. */
const contactRules = z.strictObject({
  perPersonPerMetricDays: z.number().min(0).max(3650).default(90),
  perPersonDays: z.number().min(0).max(3650).default(14),
  /** Different persons of one account in a calendar quarter: a wave asks three, encounters a few more. */
  perAccountPerQuarter: z.union([z.int().min(1).max(100_000), z.literal('no limit')]).default(10),
});

/** What answering may cost a person and an account in 365 days. 900 seconds are fifteen minutes. */
const loadBudget = z.strictObject({
  unit: z.enum(['seconds', 'questions']).default('seconds'),
  perPerson: z.number().min(1).default(900),
  perAccount: z.number().min(1).optional(),
});

/** Reminders count all messages after the first, whatever their channel. */
const reminders = z.strictObject({
  count: z.int().min(0).max(3).default(2),
  /** Days after the invitation was sent, each later than the one before. */
  afterDays: z.array(z.number().min(1).max(60)).max(3).default([3, 7, 14]),
});

const channelStep = z.strictObject({
  channel: z.enum(channels),
  /** From how many hours without an answer reminders go by this channel; of the first channel 0. */
  afterHours: z.number().min(0).max(2000).default(0),
  /** Legal bases that suffice for this channel; absent: any. */
  bases: z.array(z.enum(legalBases)).min(1).optional(),
});

const variant = z.strictObject({
  name,
  weight: z.number().positive().max(1000).default(1),
  /** Key of the subject line to use. */
  subject: name.optional(),
  /** Not before this time of the day, where the person is. */
  sendFrom: clockTime.optional(),
});

const sampling = z.strictObject({
  share: share.default(1),
  /** With `shares`: which share for which segment, role or touchpoint; others have `share`. */
  by: z.enum(samplingDimensions).optional(),
  shares: z.record(name, share).optional(),
});

const quota = z.strictObject({
  period: z.enum(calendarPeriods),
  most: z.int().min(0).max(10_000_000),
  /** A quota of its own for each segment, role or touchpoint; absent: one for all. */
  each: z.enum(samplingDimensions).optional(),
  /** Only for this value of `each`. */
  only: name.optional(),
});

const languageRule = z.strictObject({
  /** Whose language is tried first; the first that the survey has is taken. */
  prefer: z.array(z.enum(['contact', 'account'])).default(['contact', 'account']),
  /** Else this one, else the first language of the survey. */
  fallback: language.default('en'),
});

const shared = {
  /** Roles that are asked, the one that counts first; absent: anybody. */
  roles: z.array(z.enum(respondentRoles)).min(1).optional(),
  /** Segments that are asked; absent: all. */
  segments: names.optional(),
  sampling: sampling.prefault({}),
  quotas: z.array(quota).max(20).default([]),
  sendWindow: sendWindow.optional(),
  quietHours: quietHours.prefault({}),
  channels: z
    .array(channelStep)
    .min(1)
    .max(channels.length)
    .prefault([{ channel: 'email' }]),
  language: languageRule.prefault({}),
  reminders: reminders.prefault({}),
  /** Days from sending in which the answer is taken. */
  expiryDays: z.number().min(1).max(120).default(14),
  variants: z.array(variant).max(10).default([]),
  /** Those who were asked may enter a draw, kept apart from their answers. */
  hasIncentive: z.boolean().default(false),
  contactRules: contactRules.prefault({}),
  loadBudget: loadBudget.prefault({}),
};

/** Asks about one encounter, soon after it. */
export const encounterRules = z.strictObject({
  level: z.literal('encounter'),
  trigger: z.strictObject({
    touchpoints: names,
    /** Types of event (CloudEvents `type`); absent: any. */
    eventTypes: names.optional(),
    /** `closed`: an encounter that is still open is not asked about. `any`: open ones too. */
    when: z.enum(['closed', 'any']).default('closed'),
    conditions: conditionSchema.optional(),
  }),
  /** Hours from the encounter to the question, at least. */
  delayHours: z
    .number()
    .min(0)
    .max(24 * 90)
    .default(1),
  /** Days after which nobody remembers: a question that cannot be sent by then is not sent. */
  usefulDays: z.number().min(0.01).max(365).default(7),
  ...shared,
});

/** Asks about the whole relationship, in waves. */
export const relationshipRules = z.strictObject({
  level: z.literal('relationship'),
  waves: z.strictObject({
    everyMonths: z.int().min(1).max(36).default(3),
    goal: z
      .strictObject({
        /** Share to be covered by a voice of a payer or decision maker. */
        coverage: share.default(0.8),
        by: z.enum(['revenue', 'accounts']).default('revenue'),
        /** Payers or decision makers asked per account, where it has them. */
        decidingPerAccount: z.int().min(0).max(20).default(1),
        /** Months for which a voice counts as recent. */
        freshMonths: z.int().min(1).max(60).default(12),
      })
      .prefault({}),
    /** Persons asked per account and wave. */
    perAccount: z.int().min(1).max(100).default(3),
    /** Least probability of every account, also of those heard lately, so that the sample still stands for all. */
    leastProbability: z.number().min(0.01).max(1).default(0.1),
    conditions: conditionSchema.optional(),
  }),
  ...shared,
});

export const programmeRules = z.discriminatedUnion('level', [encounterRules, relationshipRules]);

/** Whom a programme asks, when, by which channel and how often (docs/guides/programme-rules.md). */
export type ProgrammeRules = z.infer<typeof programmeRules>;
export type RelationshipRules = z.infer<typeof relationshipRules>;
export type WaveRules = RelationshipRules['waves'];
/** The rules as a person writes them: what is left out has its default. */
export type GivenProgrammeRules = z.input<typeof programmeRules>;
