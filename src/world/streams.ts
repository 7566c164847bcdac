/**
 * Which chance is whose: the second number of every `randomStream`. A kind is never reused, so that a new part of the
 * company leaves all others as they were.
 */
export const streams = {
  branch: 1,
  account: 2,
  accountMonth: 3,
  /** Names, languages and addresses of an account's people. */
  accountPeople: 11,
  /** Days, touchpoints, complaints and words of an account's month. */
  accountMonthDetail: 12,
  accountExit: 13,
  operationsBranch: 14,
  placeboBranch: 15,
  consumer: 16,
  consumerPurchases: 17,
  consumerEncounter: 18,
  consumerBranch: 19,
  agent: 20,
  serviceMonth: 21,
  names: 22,
  scoreMonth: 23,
  /** Satisfaction and ease after the encounters of an account's month, and of a consumer. */
  accountMonthItems: 24,
  consumerItems: 25,
} as const;
