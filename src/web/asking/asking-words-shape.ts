import type { ProgrammeTemplate, RulesPart } from '../../fielding/index.ts';
import type { ProgrammeState } from './asking-api.ts';
import type { NextStep } from './next-step.ts';

/** Every field of the form of the rules. */
export type RuleField =
  | 'touchpoints'
  | 'otherTouchpoints'
  | 'eventTypes'
  | 'when'
  | 'everyMonths'
  | 'coverage'
  | 'coverageBy'
  | 'decidingPerAccount'
  | 'freshMonths'
  | 'perAccount'
  | 'leastProbability'
  | 'roles'
  | 'segments'
  | 'share'
  | 'sharesBy'
  | 'value'
  | 'quotaMost'
  | 'quotaPeriod'
  | 'quotaEach'
  | 'quotaOnly'
  | 'delayHours'
  | 'usefulDays'
  | 'onlyDays'
  | 'days'
  | 'from'
  | 'until'
  | 'quietFrom'
  | 'quietUntil'
  | 'restDays'
  | 'restDaysUntil'
  | 'holidays'
  | 'channel'
  | 'afterHours'
  | 'bases'
  | 'prefer'
  | 'fallback'
  | 'reminderCount'
  | 'reminderDays'
  | 'expiryDays'
  | 'perPersonDays'
  | 'perPersonPerMetricDays'
  | 'perAccountPerQuarter'
  | 'loadUnit'
  | 'perPersonLoad'
  | 'perAccountLoad'
  | 'variantName'
  | 'variantWeight'
  | 'variantSubject'
  | 'variantFrom'
  | 'hasIncentive'
  | 'conditionField'
  | 'conditionTest'
  | 'conditionValue';

export interface AskingWords {
  title: string;
  question: string;
  lead: string;
  none: string;
  noneForReader: string;
  head: Readonly<Record<'name' | 'level' | 'survey' | 'state' | 'week' | 'rate' | 'next', string>>;
  level: Readonly<Record<'encounter' | 'relationship', string>>;
  state: Readonly<Record<ProgrammeState, string>>;
  week: (sent: string, notAsked: string) => string;
  rate: (share: string, interval: string, n: string) => string;
  noRate: string;
  rateHint: (days: number) => string;
  next: Readonly<Record<NextStep, string>>;
  whyLink: string;
  makeTitle: string;
  makeLead: string;
  template: Readonly<Record<ProgrammeTemplate | 'empty', string>>;
  beginWith: string;
  name: string;
  survey: string;
  noSurvey: (level: 'encounter' | 'relationship') => string;
  make: string;
  back: string;
  all: string;
  programme: string;
  noRules: string;
  steps: string;
  start: string;
  startDoes: string;
  resumeDoes: (planned: string) => string;
  startWaves: string;
  needsSurvey: string;
  needsBasis: string;
  pause: string;
  pauseDoes: (planned: string, reminders: string) => string;
  end: string;
  endDoes: (planned: string, reminders: string, open: string) => string;
  endSure: string;
  endedFor: string;
  waves: string;
  happened: string;
  nothingYet: string;
  ahead: (planned: string, open: string, next: string | undefined) => string;
  daysTitle: string;
  dayGroup: Readonly<Record<'answered' | 'waiting' | 'lost' | 'notAsked', string>>;
  dayText: (day: string, parts: string) => string;
  dayHead: string;
  showTable: string;
  dispositions: string;
  dispositionsLead: (asked: string) => string;
  disposition: string;
  count: string;
  code: string;
  rates: string;
  ratesLead: string;
  rateName: string;
  rateMeaning: Readonly<Record<'RR1' | 'RR2' | 'RR3' | 'RR4' | 'RR5' | 'RR6', string>>;
  rateValue: string;
  interval: string;
  method: string;
  byRole: string;
  byChannel: string;
  noRole: string;
  partHead: Readonly<Record<'asked' | 'complete' | 'refused' | 'rate', string>>;
  refusals: string;
  refusalsLead: (notAsked: string) => string;
  rulesTitle: string;
  editRules: string;
  part: Readonly<Record<RulesPart | 'condition', string>>;
  field: Readonly<Record<RuleField, string>>;
  hint: Readonly<Partial<Record<RuleField, string>>>;
  whenChoice: Readonly<Record<'closed' | 'any', string>>;
  byChoice: Readonly<Record<'revenue' | 'accounts', string>>;
  unitChoice: Readonly<Record<'seconds' | 'questions', string>>;
  periodChoice: Readonly<Record<'day' | 'week' | 'month' | 'quarter' | 'year', string>>;
  preferChoice: Readonly<Record<'contact,account' | 'account,contact' | 'contact' | 'account', string>>;
  testChoice: Readonly<
    Record<'equal' | 'not-equal' | 'one-of' | 'at-least' | 'at-most' | 'contains' | 'known', string>
  >;
  all_: string;
  one: string;
  add: Readonly<Record<'quota' | 'channel' | 'variant' | 'share' | 'condition' | 'group', string>>;
  remove: (what: string) => string;
  numbered: (what: string, number: number) => string;
  join: Readonly<Record<'label' | 'all' | 'any' | 'none', string>>;
  composed: string;
  more: string;
  save: string;
  saved: string;
  unsaved: string;
  unchanged: string;
  wrong: string;
  savesRunning: string;
  stale: string;
  discard: string;
  json: string;
  jsonLead: string;
  copy: string;
  copied: string;
  tryTitle: string;
  tryLead: string;
  tryButton: (days: number) => string;
  tryDays: string;
  tried: (encounters: string, days: number, asked: string) => string;
  triedNone: (days: number) => string;
  triedCut: (encounters: string) => string;
  triedWhy: string;
  triedUnknown: string;
  whyQuestion: string;
  whyLead: string;
  whyForbidden: string;
  anyProgramme: string;
  reason: string;
  anyReason: string;
  askedToo: string;
  touchpoint: string;
  anyTouchpoint: string;
  search: string;
  searchHint: string;
  searchAccounts: string;
  fromDay: string;
  toDay: string;
  show: string;
  clear: string;
  whyNone: string;
  whyNoneFiltered: string;
  whyMore: (shown: string) => string;
  whyEnd: (shown: string) => string;
  decidedAt: string;
  everyRule: string;
  outcome: Readonly<Record<'pass' | 'fail' | 'not reached', string>>;
  exportCsv: string;
  exportNamed: string;
  searchNoExport: string;
}
