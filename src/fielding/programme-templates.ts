import type { GivenProgrammeRules } from './programme-rules.ts';

/** Rules that many begin with, by the touchpoints that the reader chooses. What they leave out has its usual default. */
export const programmeTemplates = {
  /** Asked while the help is fresh, in working hours. Whoever called is asked, also where no system knows his role. */
  'ticket-closed': (touchpoints) => ({
    level: 'encounter',
    trigger: { touchpoints },
    delayHours: 2,
    usefulDays: 3,
    sendWindow: { from: '09:00', until: '17:00' },
  }),
  /** The parcel wants to be unpacked first. */
  delivery: (touchpoints) => ({ level: 'encounter', trigger: { touchpoints }, delayHours: 24, usefulDays: 7 }),
  /** A chat is remembered for an hour; a reminder after days would ask about nothing. */
  conversation: (touchpoints) => ({
    level: 'encounter',
    trigger: { touchpoints },
    delayHours: 0,
    usefulDays: 1,
    expiryDays: 5,
    reminders: { count: 1, afterDays: [2] },
  }),
  /** Whoever pays judges the invoice. */
  invoice: (touchpoints) => ({
    level: 'encounter',
    trigger: { touchpoints },
    delayHours: 48,
    usefulDays: 14,
    roles: ['payer', 'contact-person'],
    sendWindow: {},
  }),
  /** Something is known of a new service after two weeks of use. */
  onboarding: (touchpoints) => ({
    level: 'encounter',
    trigger: { touchpoints },
    delayHours: 14 * 24,
    usefulDays: 30,
    expiryDays: 21,
    sendWindow: {},
  }),
  /** Payers and decision makers, quarter by quarter. */
  relationship: () => ({
    level: 'relationship',
    waves: {},
    roles: ['payer', 'decision-maker', 'contact-person'],
    expiryDays: 21,
    reminders: { count: 2, afterDays: [5, 12] },
    sendWindow: {},
  }),
} as const satisfies Readonly<Record<string, (touchpoints: string[]) => GivenProgrammeRules>>;

export type ProgrammeTemplate = keyof typeof programmeTemplates;
