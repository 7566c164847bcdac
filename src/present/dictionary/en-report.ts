import { numberText } from '../numbers.ts';
import type { ReportWords } from './report-words.ts';

const small = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ');
const whole = (count: number) => numberText(count, 0, 'en');
const few = (count: number) => small[count] ?? whole(count);
const Few = (count: number) => few(count).replace(/^./, (letter) => letter.toUpperCase());
const many = (count: number, one: string, more = `${one}s`) => (count === 1 ? one : more);
const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase());
const list = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
const unit = { week: 'week', month: 'month', quarter: 'quarter' };
const moved = { rose: '[r:rose]', fell: '[f:fell]' };
const noun = { rose: 'rise', fell: 'fall' };

export const enReport: ReportWords = {
  documentTitle: (file) => `Was there ever a signal? Programme audit of ${file}, Candor`,
  fileLine: (file, from, to) => `Programme audit of ${file}, ${from === to ? from : `${from} to ${to}`}`,
  question: 'Was there ever a signal?',
  metric: {
    nps: 'NPS',
    'csat-top2': 'CSAT',
    'csat-mean': 'Mean CSAT',
    'ces-5': 'CES',
    'ces-7': 'CES',
    mean: 'The mean score',
    'index-100': 'The index',
  },
  metricLabel: {
    nps: 'NPS',
    'csat-top2': 'CSAT',
    'csat-mean': 'Mean CSAT',
    'ces-5': 'CES',
    'ces-7': 'CES',
    mean: 'Mean score',
    'index-100': 'Index',
  },
  metricIs: {
    nps: (min, max) => `NPS, answers from ${min} to ${max}`,
    'csat-top2': (min, max, top) => `CSAT: share of answers ${top} on a scale of ${min} to ${max}`,
    'csat-mean': (min, max) => `Mean satisfaction on a scale of ${min} to ${max}`,
    'ces-5': (min, max) => `Customer effort: mean answer on a scale of ${min} to ${max}`,
    'ces-7': (min, max) => `Customer effort: mean answer on a scale of ${min} to ${max}`,
    mean: (min, max) => `Mean answer on a scale of ${min} to ${max}`,
    'index-100': (min, max) => `Index 0 to 100, from answers on a scale of ${min} to ${max}`,
  },
  unitName: { week: 'Week', month: 'Month', quarter: 'Quarter' },
  verdict: {
    rose: 'rose',
    fell: 'fell',
    'no evidence of change': 'no evidence of change',
    'not enough data': 'not enough data',
  },

  example: ({ direction, size, inside }) => `the ${noun[direction]} of ${size} ${inside}`,
  onePeriod: ({ metric, inside, value, range, n, unit: of }) =>
    `${metric} was ${value} ${inside} (${range}, ${whole(n)} ${many(n, 'answer')}). One ${unit[of]} cannot tell whether it moved: there is [d:not enough data].`,
  oneAnswerPeriod: ({ metric, inside, value, unit: of }) =>
    `${metric} was ${value} ${inside}, from a single answer. One answer in one ${unit[of]} cannot tell whether it moved: there is [d:not enough data].`,
  tooFew: ({ metric, unit: of }) =>
    `There is [d:not enough data]: no two neighbouring ${unit[of]}s hold enough answers to say whether ${metric.replace(/^The/, 'the').replace(/^Mean/, 'mean')} moved.`,
  oneAccount:
    'There is [d:not enough data]: all answers come from one account, so nothing shows how far accounts differ.',
  none: ({ metric, judged, all, example }) => {
    const which = all ? '' : ' that can be judged';
    const changes =
      judged === 1
        ? `${all ? 'its' : 'the'} one change${which} is`
        : `${all ? 'its' : 'the'} ${few(judged)} changes${which}${example ? `, ${example} among them,` : ''} are`;
    return `There is [n:no evidence of change] in ${metric.replace(/^The/, 'the').replace(/^Mean/, 'mean')}: ${changes} no more than noise gives.`;
  },
  tooThin: ({ count, example }) => {
    const move = example
      ? `, the ${noun[example.direction]} of ${example.size} ${example.inside}${count > 1 ? ' among them' : ''},`
      : '';
    return `For ${few(count)} more${move} there is [d:not enough data].`;
  },
  proven: ({ metric, moves, total, others, all, example }) => {
    const told = moves.map((move) => `${moved[move.direction]} by ${move.size} ${move.inside} (${move.range})`);
    const first = moves[0]!;
    const opening =
      total === 1
        ? `${metric} ${moved[first.direction]} once, by ${first.size} ${first.inside} (${first.range})`
        : `${metric} moved ${total === 2 ? 'twice' : `${few(total)} times`}${total > moves.length ? ', most of all here' : ''}: it ${list(told)}`;
    if (others === 0) return `${opening}.`;
    const rest =
      others === 1
        ? `${all ? 'the' : 'one'} other change${example ? `, ${example},` : ''} is`
        : `${all ? `the other ${few(others)}` : `${few(others)} other`} changes${example ? `, ${example} among them,` : ''} are`;
    return `${opening}; ${rest} no more than noise gives.`;
  },
  levelMoved: ({ metric, shifts, changesProven, unit: of }) => {
    const told = shifts.map((shift) => `${moved[shift.direction]} from ${shift.from} to ${shift.to} ${shift.inside}`);
    if (changesProven) return `The level also ${list(told)}.`;
    return `The level of ${metric.replace(/^The/, 'the').replace(/^Mean/, 'mean')} ${list(told)}, though no single change from one ${unit[of]} to the next is proven by itself.`;
  },
  unseen: ({ answers, size, unit: of }) =>
    `With ${whole(answers)} ${many(answers, 'answer')} a ${unit[of]} this programme could not reliably have seen any change under ${size} from one ${unit[of]} to the next.`,
  unseenAny: ({ answers, unit: of }) =>
    `With ${whole(answers)} ${many(answers, 'answer')} a ${unit[of]} this programme could not reliably have seen any change at all from one ${unit[of]} to the next.`,
  unseenUnknown: ({ unit: of }) =>
    `What this programme could have seen cannot be said: no ${unit[of]} has a margin of error.`,

  trendTitle: {
    proven: (count, name) =>
      count === 1 ? `One change stands out from the noise: ${name}` : `${Few(count)} changes stand out from the noise`,
    level: (count, name) => (count === 1 ? `The level changed: ${name}` : `The level changed ${few(count)} times`),
    tooFew: (of) => `Too few answers a ${unit[of]} to see a trend`,
    none: (of) => `No ${unit[of]} stands out from the noise`,
    alone: (of) => `One ${unit[of]} is a level, not a trend`,
  },
  trendSubtitle: (is, of) => `${is}, by ${unit[of]}.`,
  intervalKey: (confidence) => `${confidence} interval`,
  noiseKey: (of) => `noise: 95 of 100 ${unit[of]}s if nothing changes`,
  breakKey: (what, from) => `Dashed line: ${what.replace(/^./, (letter) => letter.toLowerCase())} from ${from}.`,
  breakLabel: { version: 'New question wording', scale: 'New scale', definition: 'New definition' },
  hollowKey: 'Hollow points: few answers, or not a whole period.',
  provenSince: (since, range) => `${since} (${range})`,
  levelOnly: (value, range) => `Level ${value} (${range})`,
  levelUntil: (until, value, range) => `Level ${until} ${value} (${range})`,
  levelBetween: (from, to, value, range) =>
    from === to ? `Level ${from} ${value} (${range})` : `Level ${from} to ${to} ${value} (${range})`,
  levelSince: (since, value, range) => `Level ${since} ${value} (${range})`,
  levelShort: (value) => `Level ${value}`,
  nextPeriod: (bare, low, high) => `${bare} falls between ${low} and ${high} if nothing changes`,
  trendCaption: ({ answers, least, most, unit: of, method, run }) =>
    `${whole(answers)} ${many(answers, 'answer')}${least === most ? '' : `, ${whole(least)} to ${whole(most)} a ${unit[of]}`}. ${method}. Run ${run}.`,
  changePointMethod: 'change points by penalised cost (3\u00a0ln\u00a0T)',
  trendAlternative: ({ metric, unit: of, confidence, finding, levels }) =>
    `${metric} by ${unit[of]} with ${confidence} intervals. ${finding}${levels ? ` ${levels}.` : ''}`,
  showTable: 'Show the table',
  howLink: 'How was this computed?',

  tellTitle: (count, of) => `What ${few(count)} ${many(count, unit[of])} can tell`,
  meanMargin: ({ answers, margin, unit: of }) =>
    `A ${unit[of]} of ${whole(answers)} ${many(answers, 'answer')} has a margin of error of ${margin}.`,
  noMargin: 'No margin of error can be given: no period has one that can be computed.',
  rangeApart: ({ size, low, high, unit: of }) =>
    `Best and worst ${unit[of]} lie ${size} apart; noise alone gives ${low} to ${high}.`,
  neededLead: (of) => `To see a change between two ${unit[of]}s in four cases of five you need, each ${unit[of]}:`,
  neededCaption: (of) => `Answers needed a ${unit[of]}`,
  neededChange: 'Change of',
  neededAnswers: (of) => `Answers a ${unit[of]}`,
  youHave: (answers) => `${whole(answers)}, what you have`,

  changesTitle: (tested, proven, coloured) =>
    tested === 0
      ? 'There is no change to test yet'
      : tested === 1
        ? `The one change is ${proven ? 'proven' : 'not proven'}${coloured && !proven ? ', though a plain test colours it' : ''}`
        : `Of ${few(tested)} changes ${proven === 0 ? 'none' : few(proven)} ${proven > 1 ? 'are' : 'is'} proven; a plain test colours ${coloured === 0 ? 'none' : few(coloured)}`,
  changesSubtitle: (axis, confidence, tested) =>
    `${axis}, with ${confidence} interval.${tested > 1 ? ` Clear of zero can still be chance when ${few(tested)} are drawn.` : ''}`,
  changeAxis: { points: 'Change in points', share: 'Change in percentage points', scale: 'Change on the scale' },
  changeAxisFrom: (of) => `from the ${unit[of]} before`,
  noChanges: (of) =>
    `A change needs two ${unit[of]}s with answers. Add the next ${unit[of]} to the file, or choose a shorter period.`,
  alone: 'Each tested alone',
  aloneCount: (count) => `most dashboards: ${whole(count)}`,
  together: 'Tested together',
  togetherCount: (count) => `Candor: ${whole(count)}`,
  changesCaption: (method, tested) => `${method}${tested > 1 ? `, Holm over the ${few(tested)}` : ''}.`,
  changeP: (name, alone, together) => `${name}: p ${alone} alone, ${together} together.`,
  changesAlternative: ({ tested, proven, nominal }) =>
    `${Few(tested)} ${many(tested, 'difference')} between neighbouring periods with intervals around zero. Tested alone, coloured: ${nominal || 'none'}. Tested together, proven: ${proven || 'none'}.`,
  fewerTitle: 'Why fewer is right',
  fewer: ({ tested, expected, clustered, any, two }) => {
    const comparisons = `${few(tested)} ${many(tested, 'comparison')}`;
    const chance = clustered
      ? `Answers of one account are not independent of each other, so a plain test of ${comparisons} at 95\u00a0% colours ${expected} by chance.`
      : `${capital(comparisons)} at 95\u00a0% ${tested === 1 ? 'gives' : 'give'} ${expected} coloured ones by chance.`;
    if (any === '0')
      return `${chance} If nothing at all had changed, not one programme in 100 like this would colour any.`;
    return `${chance} If nothing at all had changed, ${any} ${any === '1' ? 'programme' : 'programmes'} in 100 like this would still colour at least one${tested > 1 ? `, and ${two === '0' ? 'none' : two} at least two` : ''}.`;
  },
  unproven: ({ direction, inside, difference, range }) =>
    `For the ${noun[direction]} ${inside} (${difference}, ${range}) there is [n:no evidence of change]. It may be real, but this file cannot tell it from chance.`,
  unjudged: ({ direction, inside, difference, range, needs }) => {
    const told = needs.map(({ inside: where, n }) => `${whole(n)} ${many(n, 'answer')} ${where}`);
    const takes = `a comparison takes at least 10${needs.length > 1 ? ' in each' : ''}`;
    const lacking = needs.length
      ? `: there ${needs[0]!.n === 1 ? 'is' : 'are'} ${list(told)}, and ${takes}, so ${list(needs.map(({ more }) => whole(more)))} more`
      : '';
    return `For the ${noun[direction]} ${inside} (${difference}, ${range}) there is [d:not enough data]${lacking}.`;
  },
  allSurvive: 'Every change that a plain test colours also stands when all are tested together.',
  noneColoured: 'Here a plain test colours none either.',

  rulesTitle: 'Is the programme built to see?',
  rulesSubtitle: ({ fail, warn, pass, rest }) =>
    `${Few(fail + warn + pass + rest)} rules: ${fail} fail, ${warn} warn, ${pass} pass, ${rest} not measured.`,
  rulesHead: ['Result', 'Rule', 'Evidence'],
  status: { fail: 'Fail', warn: 'Warning', pass: 'Pass', 'not measurable': 'Not measured' },
  rule: {
    'margin-of-error': 'Margin of error',
    'changes-beyond-chance': 'More than chance gives?',
    'detects-five-points': 'Can it see five points?',
    'contact-person-share': 'Share of contact persons',
    'payer-coverage': 'Do payers answer?',
    'levels-mixed': 'Levels kept apart',
    'one-metric': 'More than one metric?',
    'single-moment': 'Several moments measured',
    'survey-length': 'Survey length',
    'definition-change': 'Same question all the time?',
    'response-rate': 'Response rate',
    'late-responders': 'Do late answers differ?',
    'baseline-before-target': 'Baseline before target',
    'findings-owned': 'Findings have an owner',
    'cases-within-48h': 'Cases closed in 48 hours',
    'churn-link': 'Link to churn',
    'money-link': 'Link to money',
  },
  sees: (size) => `Can it see a change of ${size}?`,
  evidence: {
    'margin-of-error': ({ mean, low, high, mark, limit }) =>
      `On average ${mean} (${low} to ${high}). ${mark} is the mark, ${limit} the limit.`,
    'changes-beyond-chance': ({ proven, shifts, nominal, tested, expected, status }) =>
      status === 'pass'
        ? `Yes.${proven.length ? ` ${list(proven.slice(0, 3))}${proven.length > 3 ? ` and ${few(proven.length - 3)} more` : ''} ${proven.length === 1 ? 'stands' : 'stand'} when ${tested === 1 ? 'one is' : `${few(tested)} are`} tested.` : ''}${shifts.length ? ` The level changed: ${list(shifts.slice(0, 3))}.` : ''}`
        : `No. ${nominal === 0 ? 'None' : Few(nominal)} coloured alone, ${expected} expected by chance, none proven.`,
    'detects-five-points': ({ answers, unit: of, five, ten, fiveSize, tenSize, status }) =>
      `${status === 'pass' ? 'Yes.' : status === 'warn' ? `Only ${tenSize}.` : 'No.'} ${whole(answers)} ${many(answers, 'answer')} a ${unit[of]}; a change of ${fiveSize} needs ${five}, ${tenSize} ${ten}.`,
    'contact-person-share': ({ share }) => `${share} of answers. At most 60\u00a0% is the mark, 80\u00a0% the limit.`,
    'response-rate': ({ share }) =>
      `${share} of the invitations were answered (AAPOR RR1). 30\u00a0% is the mark, 15\u00a0% the limit.`,
    'late-responders': ({ count, difference, range, within, status }) =>
      `${status === 'pass' ? 'No.' : status === 'warn' ? 'Open.' : 'Yes.'} Answers that came ${count === 0 ? 'after the day' : `later than ${few(count)} ${many(count, 'day')} after the day`} of asking stand ${difference} (${range}) from the others. Within ${within} is the mark.`,
    'payer-coverage': ({ share, byRevenue }) =>
      `A payer or decision maker answered in ${byRevenue ? 'accounts with ' : ''}${share} of the ${byRevenue ? 'revenue' : 'accounts'}. 80\u00a0% is the mark, 50\u00a0% the limit.`,
    'levels-mixed': ({ names, status }) =>
      status === 'pass'
        ? `Only one level in the series${names.length ? ` (${list(names)})` : ''}.`
        : `No. One series holds ${list(names)}.`,
    'one-metric': ({ names, status }) =>
      status === 'pass'
        ? `Yes: ${list(names)}.`
        : names.length === 1
          ? `No, only ${names[0]}. The mark is three: satisfaction, effort and loyalty.`
          : `${capital(list(names))}. The mark is three: satisfaction, effort and loyalty.`,
    'single-moment': ({ count, status }) =>
      `${Few(count)} ${many(count, 'touchpoint')}.${status === 'pass' ? '' : ' The mark is three.'}`,
    'survey-length': ({ count }) => `${Few(count)} ${many(count, 'question')}. At most 7 is the mark, 12 the limit.`,
    'definition-change': ({ what, date, from, to, status }) =>
      status === 'pass'
        ? 'Yes, no change of wording or scale was seen.'
        : `No. ${what === 'scale' ? 'The scale' : what === 'definition' ? 'The definition' : 'The wording'} changed${date ? ` on ${date}` : ''}${from && to ? ` (${from} to ${to})` : ''}.`,
  },
  family: { nps: 'NPS', csat: 'satisfaction', ces: 'effort', other: 'another score' },
  level: { encounter: 'encounter', relationship: 'relationship', other: 'other' },
  needs: {
    'standard-error': 'Needs answers that vary.',
    'two-accounts': 'Needs answers of at least two accounts.',
    'several-periods': 'Needs two periods with answers.',
    'role-column': 'Needs a role column.',
    'account-and-role-columns': 'Needs account and role columns.',
    'level-column': 'Needs a survey level column.',
    'touchpoint-column': 'Needs a touchpoint column.',
    'metric-column': 'Needs a column with a known metric.',
    'version-column': 'Needs a version column.',
    invitations: 'Needs the invitations sent.',
    'invitation-date': 'Needs the invitation date.',
    'late-answers': 'Needs ten early and ten late answers.',
    workspace: 'Needs a workspace.',
    goals: 'Needs targets in this workspace.',
    initiatives: 'Needs initiatives with an owner.',
    cases: 'Needs cases in this workspace.',
    'accounts-with-exits': 'Needs accounts with exits.',
    'accounts-with-margin': 'Needs accounts with margin.',
    'link-analysis': 'This version does not test the link yet.',
  },

  readTitle: 'What was read',
  readSentence: (read, used, rejected) =>
    `${whole(read)} ${many(read, 'row')} read, ${rejected ? `${whole(used)} used, ${whole(rejected)} rejected:` : 'all used.'}`,
  rejectedHead: ['Reason', 'Rows', 'First line'],
  rejectedCaption: 'Rejected rows',
  assumedTitle: 'What was assumed',
  assumed: {
    platform: 'Survey tool',
    metric: 'Metric',
    scale: 'Scale',
    score: 'Score column',
    date: 'Date column',
    dateOrder: 'Date order',
    timeZone: 'Time zone',
    account: 'Account column',
    role: 'Role column',
    period: 'Period',
    where: 'Part of the file',
    encoding: 'Encoding',
    delimiter: 'Delimiter',
    sheet: 'Sheet',
    headers: 'Header rows',
    decimalComma: 'Decimal sign',
    revenue: 'Revenue column',
    touchpoint: 'Touchpoint column',
    level: 'Level column',
    version: 'Version column',
  },
  file: 'File',
  periodValue: { week: 'week', month: 'month', quarter: 'quarter' },
  dateOrder: { dmy: 'day first', mdy: 'month first', ymd: 'year first' },
  delimiter: { comma: 'commas', semicolon: 'semicolons', tab: 'tabs', bar: 'vertical bars' },
  decimalSign: { yes: 'comma' },

  howTitle: 'How was this computed?',
  how: {
    nps: 'NPS is the share scoring 9 or 10 less the share scoring 0 to 6, in points.',
    share: (top) => `CSAT is the share of the two best answers (${top}).`,
    mean: 'The figure is the mean of the answers, on their own scale.',
    index: 'The index is the mean answer as a share of the width of the scale, 0 to 100.',
    simple: (of) => `Each ${unit[of]} is taken as a simple sample of its answers.`,
    clustered: (of) => `Answers of one account are kept together: each ${unit[of]} is a sample of accounts.`,
    interval: (methods) => `Intervals: ${methods}.`,
    comparison: (methods, tested) =>
      `Neighbouring periods are compared by ${methods}${tested > 1 ? `, and the ${few(tested)} p-values are corrected together (Holm, 5\u00a0%)` : ''}. A change is worded “rose” or “fell” only if it survives.`,
    noise: (of) =>
      `What noise gives comes from 10,000 simulated programmes with the pooled shares and your own numbers of answers. The level of the series changes only where that pays a penalty of 3\u00a0ln\u00a0T for T ${unit[of]}s.`,
  },
  method: {
    tango: 'Tango’s score interval',
    'tango-effective-n': 'Tango’s score interval at the effective number of answers',
    'adjusted-wald': 'the adjusted Wald interval',
    wald: 'the Wald interval',
    wilson: 'Wilson’s score interval',
    'wilson-effective-n': 'Wilson’s score interval at the effective number of answers',
    'clopper-pearson': 'the exact interval of Clopper and Pearson',
    jeffreys: 'Jeffreys’ interval',
    t: 'Student’s t',
    't-linearised': 'Student’s t with design-based standard errors',
    'bounded-mean': 'the interval for the mean of a bounded scale',
    z: 'a z test',
    'mover-tango': 'the difference of two score intervals (MOVER)',
    newcombe: 'Newcombe’s difference of two Wilson intervals',
    welch: 'Welch’s t test',
    'mover-mean': 'the difference of two intervals of means (MOVER)',
    'paired-t': 'the paired t test',
    'mann-whitney': 'the test of Mann and Whitney',
    'linearised-difference': 'a design-based difference',
  },
  caveatsTitle: 'Caveats',
  noCaveats: 'No caveats.',
  runId: (id) => `Run ${id}`,
  dataHash: (hash) => `Data hash ${hash}`,
  engine: (definition, engine) => `Definition ${definition}, engine ${engine}, seed from the data`,

  head: {
    n: 'n',
    interval: (confidence) => `${confidence} interval`,
    margin: 'Margin of error',
    change: 'Change',
    alone: 'p alone',
    together: 'p together',
    verdict: 'Verdict',
    detectable: 'Smallest seen',
    to: 'Period',
  },
  noAnswers: 'no answers',
  noInterval: 'none',
};
