/**
 * The law of the simulated company: every figure that decides what happens. docs/methods/simulated-company.md says it in
 * words. Latents are in units of experience (0 is indifferent, one unit is 1.45 points of the answer scale).
 */
export const segments = ['small', 'middle', 'large'] as const;
export type Segment = (typeof segments)[number];

export const law = {
  months: 36,
  branches: 40,
  segmentShares: [0.6, 0.3, 0.1],
  /** Euro a year. */
  medianRevenue: [8000, 60000, 400000],
  revenueSpread: 0.8,
  marginShape: [10, 30],
  /** Beyond the first of each kind. */
  moreContactPersons: [0.5, 2, 6],
  moreDecisionMakers: [0, 0.5, 1.5],
  /** One person is both, instead of separate decision makers. */
  shareWithBothRoles: [0.25, 0.1, 0],

  contactMean: 0.55,
  contactSpread: 0.7,
  decisionMean: -0.35,
  decisionSpread: 0.8,
  /** Correlation of the lasting parts of the two experiences. */
  sharedExperience: 0.25,
  /** Kept from one month to the next. */
  persistence: 0.95,
  contactDrift: 0.35,
  decisionDrift: 0.4,
  branchSpread: 0.25,
  personSpread: 0.55,

  scoreBase: 7.85,
  scoreSlope: 1.45,
  scoreNoise: 1.15,
  /** Beside the recommendation, after an encounter: satisfaction 1..5 and ease 1..7. */
  items: {
    satisfaction: { base: 3.75, slope: 0.55, noise: 0.65, most: 5 },
    ease: { base: 5.1, slope: 0.7, noise: 1, most: 7 },
  },

  contactEncounters: 0.5,
  decisionEncounters: 0.05,
  /** Months between two relationship surveys of one account. */
  relationshipEvery: 6,

  response: {
    base: -0.95,
    experience: 0.35,
    experienceSquared: 0.05,
    decisionMaker: -0.75,
    relationship: 0.45,
    invitedLately: -0.2,
    /** Only where non-response follows what is known of the person. */
    large: -0.4,
    recentComplaint: 0.3,
  },

  churn: { base: -4.55, decision: -0.55, contact: 0, segment: [0.25, 0, -0.3], renewal: 1.2 },

  sales: { decision: 0.04, lag: 3, accountSpread: 0.2, season: 0.1, noise: 0.15 },
} as const;

/** The consumers: purchases by BG/NBD, spend by Gamma-Gamma (parameters of the CDNOW customers, in weeks and euro). */
export const consumerLaw = {
  purchaseShape: 0.24,
  purchaseRate: 4.4,
  dropoutShape: [0.79, 2.43],
  spend: { shape: 6.25, customerShape: 3.74, customerRate: 15.44 },
  margin: 0.35,
  mean: 0.55,
  spread: 0.7,
  /** On the logit of the dropout probability, for one unit of the consumer's lasting experience above the mean. */
  dropoutOfExperience: -0.4,
  touchpointShares: [0.45, 0.35, 0.15, 0.05],
  touchpointEffects: [0, -0.1, -0.35, -0.2],
  agentsPerBranch: 6,
  agentSpread: 0.15,
  branchSpread: 0.2,
  responseBase: -2.2,
} as const;
