/** Why somebody was not asked, in the order in which the rules are looked at. The first that says no is the reason. */
export const refusalReasons = [
  'programme-not-running',
  'survey-not-published',
  'unknown-touchpoint',
  'encounter-open',
  'encounter-withdrawn',
  'encounter-too-old',
  'no-contact',
  'erased',
  'opted-out',
  'suppressed',
  'no-basis',
  'no-address',
  'role-not-asked',
  'segment-not-asked',
  'condition-not-met',
  'own-agent',
  'not-sampled',
  'quota-full',
  'asked-lately',
  'asked-lately-metric',
  'account-asked-enough',
  'load-budget',
  'open-invitation',
  'answered-already',
  'outside-window',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** The figures of a refusal. Instants are epoch milliseconds. */
export interface RefusalDetail {
  /** From when on this rule would no longer say no. */
  readonly until?: number;
  /** The earlier invitation that stands in the way. */
  readonly invitation?: string;
  /** What the rule looked at: the state, touchpoint, event, segment, field or quota. */
  readonly met?: string;
  /** What was counted, and the most that is allowed. */
  readonly count?: number;
  readonly most?: number;
}
