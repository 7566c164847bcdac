/** What a monitor can see, in the unit of the metric: smallest lasting changes. */
export interface Detectability {
  /** Found within 30 days in nine years of ten. */
  readonly days30: number;
  readonly days90: number;
  /** Found within the year in nine of ten. */
  readonly year: number;
  /** Found within the year in one of two. */
  readonly halfOfYears: number;
}

/** Information a day, answers x (change / sd)^2, at which a change is found in that time; as simulated. */
const informationNeeded = {
  baseline: { days30: 40 / 30, days90: 40 / 90, year: 0.21, halfOfYears: 0.09 },
  // Over a short time the first days cost more than 25 / I says: 90 % within 37 days at I = 25 / 30.
  target: { days30: 31 / 30, days90: 25 / 90, year: 0.07, halfOfYears: 0.03 },
} as const;

/**
 * Which changes would this monitor notice, and how soon? Closed forms fitted to simulated years with a baseline of 90 days
 * or more, by information I = answers a day x (change / standard deviation)^2: 90 % within 40 / I days, 90 % of years at
 * I = 0.21, half of them at 0.09; with a known target the distance from it, 25 / I, 0.07 and 0.03. With accounts give answers
 * a day over their factor. Unit of `spread`.
 * @example detectability(8, 78.1).year // => 12.653646
 * @example detectability(8, 78.1, { target: true }).year // => 7.305586
 */
export function detectability(
  answersPerDay: number,
  spread: number,
  { target = false }: { readonly target?: boolean } = {},
): Detectability {
  const size = (information: number) => spread * Math.sqrt(information / answersPerDay);
  const { days30, days90, year, halfOfYears } = informationNeeded[target ? 'target' : 'baseline'];
  return { days30: size(days30), days90: size(days90), year: size(year), halfOfYears: size(halfOfYears) };
}

/** Share of years in which a change of so much information a day is found, as simulated; between them on a line of ln I. */
const foundInYear: readonly (readonly [information: number, share: number])[] = [
  [0.03, 0.15],
  [0.05, 0.25],
  [0.075, 0.35],
  [0.115, 0.63],
  [0.13, 0.7],
  [0.18, 0.83],
  [0.26, 0.98],
];

export interface TimeToNotice {
  /** Half of the years that notice it at all have by then. Absent where that is not within a year. */
  readonly medianDays?: number;
  /** Nine of ten have. Absent where fewer do within a year. */
  readonly ninetyDays?: number;
  /** Share of years in which it is found within the year. */
  readonly foundInYear: number;
}

/**
 * How long until a lasting change of this size is noticed? Median 20 / I days and 40 / I for nine of ten (50 / I below
 * I = 0.4), never under one look; against a known target 14 / I and 25 / I. Nothing is promised below I = 0.1.
 * @example timeToNotice(20, { answersPerDay: 8, spread: 78.1 }).medianDays // => 38.12256
 */
export function timeToNotice(
  change: number,
  options: { readonly answersPerDay: number; readonly spread: number; readonly target?: boolean },
): TimeToNotice {
  const { answersPerDay, spread, target = false } = options;
  const information = answersPerDay * (change / spread) ** 2;
  const median = Math.max(1, (target ? 14 : 20) / information);
  const ninety = Math.max(1, (target ? 25 : information < 0.4 ? 50 : 40) / information);
  return {
    ...(information >= 0.1 && median <= 365 && { medianDays: median }),
    ...(information >= 0.25 && ninety <= 365 && { ninetyDays: ninety }),
    foundInYear: shareFound(information),
  };
}

function shareFound(information: number): number {
  const first = foundInYear[0]!;
  if (information <= first[0]) return first[1] * (information / first[0]);
  const at = foundInYear.findIndex(([more]) => more >= information);
  if (at < 0) return foundInYear.at(-1)![1];
  const [[low, from], [high, to]] = [foundInYear[at - 1]!, foundInYear[at]!];
  return from + ((to - from) * Math.log(information / low)) / Math.log(high / low);
}

/**
 * How many answers a day would notice a lasting change of this size in seven years of ten?
 * @example answersPerDayToNotice(10, 78.1) // => 7.929493
 */
export function answersPerDayToNotice(change: number, spread: number): number {
  return 0.13 * (spread / change) ** 2;
}
