import type { CalendarPeriod } from '../calendar/index.ts';
import type { FieldTest } from './condition.ts';
import type { Channel, LegalBasis, RespondentRole } from './facts.ts';
import type { SamplingDimension } from './programme-rules.ts';

/** The pieces that the summary of the rules is put together from, in one language. Numbers come already written. */
export interface RulesWords {
  readonly and: string;
  readonly or: string;
  /** Monday first, short. */
  readonly weekdays: readonly string[];
  readonly role: Readonly<Record<RespondentRole, string>>;
  readonly channel: Readonly<Record<Channel, string>>;
  readonly basis: Readonly<Record<LegalBasis, string>>;
  readonly dimension: Readonly<Record<SamplingDimension, string>>;
  readonly field: Readonly<Record<string, string>>;
  readonly test: Readonly<Record<FieldTest['is'], (field: string, value: string) => string>>;
  readonly not: (condition: string) => string;
  readonly clock: (time: string) => string;
  readonly between: (from: string, until: string) => string;
  readonly headline: (given: {
    touchpoints: string;
    delay?: string;
    isClosed: boolean;
    hours: string;
    pauseDays?: string;
    channel: string;
  }) => string;
  readonly relationshipHeadline: (given: { months: string; hours: string; channel: string }) => string;
  readonly about: (touchpoints: string, isClosed: boolean) => string;
  readonly eventTypes: (types: string) => string;
  readonly onlyIf: (condition: string) => string;
  readonly waves: (given: {
    months: string;
    coverage: string;
    by: 'revenue' | 'accounts';
    freshMonths: string;
    deciding: string;
    perAccount: string;
  }) => string;
  readonly roles: (roles: string | undefined) => string;
  readonly segments: (segments: string) => string;
  readonly sampling: (share: string | undefined) => string;
  readonly exceptions: (by: string, shares: string) => string;
  readonly noQuota: string;
  readonly quota: (given: { most: string; period: CalendarPeriod; each?: SamplingDimension; only?: string }) => string;
  readonly delay: (given: { hours?: string; days: string }) => string;
  readonly sent: (days: string | undefined, hours: string | undefined) => string;
  readonly quiet: (from: string, until: string) => string;
  readonly rest: (days: string, until: string) => string;
  readonly holidays: (count: number) => string;
  readonly first: (channel: string, bases: string | undefined) => string;
  readonly afterwards: (given: { hours: string; channel: string; bases?: string }) => string;
  readonly language: (order: readonly ('contact' | 'account')[], fallback: string) => string;
  readonly reminders: (count: number, days: string) => string;
  readonly expiry: (days: string) => string;
  readonly pause: (given: { days?: string; metricDays?: string; perAccount?: string }) => string;
  readonly load: (person: string, account: string | undefined) => string;
  readonly minutes: (minutes: string) => string;
  readonly questions: (questions: string) => string;
  readonly variants: (count: number, variants: string) => string;
  readonly variantFrom: (time: string) => string;
  readonly draw: string;
}
