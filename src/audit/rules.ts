import { type AnswerSeries, type MetricDefinition, scoreWidth } from '../metrics/index.ts';
import type { Break, ProgrammeResult, RuleId, RuleResult, RuleStatus } from './audit-result.ts';
import type { LateAnswers } from './late-responders.ts';

export interface RuleInput {
  readonly definition: MetricDefinition;
  readonly series: AnswerSeries;
  readonly programme: ProgrammeResult;
  /** Lowest and highest margin of error of the periods, in points; absent where none has one. */
  readonly margins?: { readonly mean: number; readonly low: number; readonly high: number };
  /** Changes that survive Holm. */
  readonly surviving: number;
  readonly breaks: readonly Break[];
  /** Absent where too few answers say when they were asked for. */
  readonly late?: LateAnswers;
}

/** The rules of a programme that can see, judged as far as a file tells; in the order in which they are documented. */
export function judgeRules(input: RuleInput): RuleResult[] {
  return [
    marginOfError(input),
    changesBeyondChance(input),
    detectsFivePoints(input),
    contactPersonShare(input.series),
    payerCoverage(input.series),
    levelsMixed(input.series),
    oneMetric(input.series),
    singleMoment(input.series),
    surveyLength(input.series),
    definitionChange(input),
    needsMore('response-rate', 'invitations', 'the invitations sent'),
    lateResponders(input),
    needsMore('baseline-before-target', 'workspace', 'a workspace with targets'),
    needsMore('findings-owned', 'workspace', 'a workspace with findings'),
    needsMore('cases-within-48h', 'workspace', 'a workspace with cases'),
    needsMore('churn-link', 'accounts-with-exits', 'accounts with the dates they left'),
    needsMore('money-link', 'accounts-with-margin', 'accounts with their margin'),
  ];
}

function rule(id: RuleId, status: RuleStatus, evidence: string, figures: RuleResult['figures'] = {}): RuleResult {
  return { id, status, evidence, figures };
}

function needsMore(id: RuleId, needs: string, words: string): RuleResult {
  return rule(id, 'not measurable', `Needs ${words}.`, { needs });
}

/** Pass up to the first mark, warn up to the second, fail above. */
const upTo = (value: number, pass: number, warn: number): RuleStatus =>
  value <= pass ? 'pass' : value <= warn ? 'warn' : 'fail';
const atLeast = (value: number, pass: number, warn: number): RuleStatus =>
  value >= pass ? 'pass' : value >= warn ? 'warn' : 'fail';

const oneDecimal = (value: number) => value.toFixed(1);
/** A decimal where rounding would hide on which side of a mark the share lies. */
const percent = (share: number) => {
  const rounded = Math.round(share * 100);
  const hides = [50, 60, 80].includes(rounded) && Math.abs(share * 100 - rounded) > 1e-9;
  return `${hides ? (share * 100).toFixed(1) : rounded} %`;
};

function marginOfError({ margins }: RuleInput): RuleResult {
  if (!margins) return needsMore('margin-of-error', 'standard-error', 'periods whose answers differ');
  return rule(
    'margin-of-error',
    upTo(margins.mean, 5, 10),
    `On average ±${oneDecimal(margins.mean)} points (±${oneDecimal(margins.low)} to ±${oneDecimal(margins.high)}). ±5 is the mark, ±10 the limit.`,
    margins,
  );
}

function changesBeyondChance({ programme, surviving }: RuleInput): RuleResult {
  const { changesTested, changePoints, nominallySignificantChanges: nominal, expectedByChance: expected } = programme;
  if (changesTested === 0)
    return needsMore('changes-beyond-chance', 'several-periods', 'at least two periods with answers');
  const beyond = surviving > 0 || changePoints.length > 0;
  const evidence = beyond
    ? `${surviving} of ${changesTested} changes survive the correction; new level from ${changePoints.join(', ') || 'no period'}.`
    : `None of ${changesTested} changes survives the correction; ${nominal} would be coloured, ${expected.toFixed(2)} by chance alone.`;
  return rule('changes-beyond-chance', beyond ? 'pass' : 'warn', evidence, {
    surviving,
    nominal,
    expected,
    changePoints,
  });
}

function detectsFivePoints({ programme }: RuleInput): RuleResult {
  const { answersNeeded, medianAnswers } = programme;
  if (!answersNeeded) return needsMore('detects-five-points', 'standard-error', 'periods whose answers differ');
  const five = answersNeeded['5'];
  const ten = answersNeeded['10'];
  const status = medianAnswers >= five ? 'pass' : medianAnswers >= ten ? 'warn' : 'fail';
  const evidence = `${medianAnswers} answers a period; 5 points need ${five}, 10 points ${ten}.`;
  return rule('detects-five-points', status, evidence, { median: medianAnswers, five, ten });
}

function contactPersonShare({ role, roleMeaning }: AnswerSeries): RuleResult {
  if (!role || !roleMeaning)
    return needsMore('contact-person-share', 'role-column', 'a column with the role of the respondent');
  let contacts = 0;
  let known = 0;
  for (const code of role.codes) {
    if (code < 0) continue;
    known++;
    if (roleMeaning[code] === 'contact person') contacts++;
  }
  if (known === 0) return needsMore('contact-person-share', 'role-column', 'a column with the role of the respondent');
  const share = contacts / known;
  return rule(
    'contact-person-share',
    upTo(share, 0.6, 0.8),
    `${percent(share)} of answers. At most 60 % is the mark, 80 % the limit.`,
    { share },
  );
}

function lateResponders({ series, late, definition }: RuleInput): RuleResult {
  if (!late) {
    return series.wait
      ? needsMore('late-responders', 'late-answers', 'ten early and ten late answers')
      : needsMore('late-responders', 'invitation-date', 'the date of each invitation');
  }
  const { verdict, days, early, late: n, difference, low, high } = late;
  const status = verdict === 'alike' ? 'pass' : verdict === 'differ' ? 'fail' : 'warn';
  const inPoints = (value: number) => oneDecimal(value / scoreWidth(definition));
  const evidence = `Answers after more than ${days} ${days === 1 ? 'day' : 'days'} stand ${inPoints(difference)} (${inPoints(low)} to ${inPoints(high)}) points from the others. Within 5 is the mark.`;
  return rule('late-responders', status, evidence, { days, early, late: n, difference, low, high });
}

/** Accounts in which a payer or decision maker answered, by revenue where the file has it. */
function payerCoverage({ role, roleMeaning, account, revenue }: AnswerSeries): RuleResult {
  const missing = () =>
    needsMore('payer-coverage', 'account-and-role-columns', 'columns with the account and the role');
  if (!role || !roleMeaning || !account) return missing();
  const accounts = account.names.length;
  const seen = new Uint8Array(accounts);
  const covered = new Uint8Array(accounts);
  const money = new Float64Array(accounts).fill(Number.NaN);
  account.codes.forEach((code, i) => {
    if (code < 0) return;
    seen[code] = 1;
    const meaning = roleMeaning[role.codes[i]!];
    if (meaning === 'payer' || meaning === 'decision maker') covered[code] = 1;
    if (revenue && Number.isFinite(revenue[i]!)) money[code] = revenue[i]!;
  });
  let total = 0;
  let heard = 0;
  let count = 0;
  const byRevenue = money.some((value, code) => seen[code] === 1 && value > 0);
  for (let code = 0; code < accounts; code++) {
    if (seen[code] === 0) continue;
    count++;
    const size = byRevenue ? (Number.isFinite(money[code]!) ? Math.max(0, money[code]!) : 0) : 1;
    total += size;
    if (covered[code] === 1) heard += size;
  }
  if (count === 0 || total === 0) return missing();
  const share = heard / total;
  const evidence = `A payer or decision maker answered in ${byRevenue ? 'accounts with ' : ''}${percent(share)} of the ${byRevenue ? 'revenue' : 'accounts'}. 80 % is the mark, 50 % the limit.`;
  return rule('payer-coverage', atLeast(share, 0.8, 0.5), evidence, {
    share,
    byRevenue: byRevenue ? 1 : 0,
    accounts: count,
  });
}

function levelsMixed({ level, levelMeaning }: AnswerSeries): RuleResult {
  if (!level || !levelMeaning)
    return needsMore('levels-mixed', 'level-column', 'a column with the level of the survey');
  const used = usedNames(level.codes, level.names);
  const meanings = new Set(level.names.flatMap((name, code) => (used.includes(name) ? [levelMeaning[code]!] : [])));
  const mixed = meanings.has('encounter') && meanings.has('relationship');
  const evidence = mixed
    ? `Encounter and relationship answers stand in one series: ${used.join(', ')}.`
    : `Only ${used.join(', ') || 'one level'} in the series.`;
  return rule('levels-mixed', mixed ? 'fail' : 'pass', evidence, { levels: used });
}

function oneMetric({ families }: AnswerSeries): RuleResult {
  if (families.length === 0) return needsMore('one-metric', 'metric-column', 'a column with a known metric');
  return rule(
    'one-metric',
    atLeast(families.length, 3, 2),
    `${families.length} metric ${families.length === 1 ? 'family' : 'families'}: ${families.join(', ')}. Three is the mark.`,
    { families },
  );
}

function singleMoment({ touchpoint }: AnswerSeries): RuleResult {
  if (!touchpoint) return needsMore('single-moment', 'touchpoint-column', 'a column with the touchpoint');
  const used = usedNames(touchpoint.codes, touchpoint.names);
  return rule(
    'single-moment',
    atLeast(used.length, 3, 2),
    `${used.length} ${used.length === 1 ? 'touchpoint' : 'touchpoints'} measured. Three is the mark.`,
    {
      touchpoints: used.length,
    },
  );
}

function surveyLength({ questions }: AnswerSeries): RuleResult {
  return rule(
    'survey-length',
    upTo(questions, 7, 12),
    `${questions} ${questions === 1 ? 'question' : 'questions'}. At most 7 is the mark, 12 the limit.`,
    {
      questions,
    },
  );
}

function definitionChange({ series, breaks }: RuleInput): RuleResult {
  const [change] = breaks;
  if (change) {
    const { date, from, to, what } = change;
    return rule('definition-change', 'fail', `The ${what} changed on ${date} (${from} to ${to}).`, {
      date,
      from,
      to,
      what,
    });
  }
  if (!series.version)
    return needsMore('definition-change', 'version-column', 'a column with the version of the questionnaire');
  return rule('definition-change', 'pass', 'One version in the whole window.');
}

function usedNames(codes: Int32Array, names: readonly string[]): string[] {
  const used = new Uint8Array(names.length);
  for (const code of codes) if (code >= 0) used[code] = 1;
  return names.filter((_, code) => used[code] === 1);
}
