import type { SurveyLevel } from '../../view/index.ts';
import { numberText } from '../numbers.ts';
import type { MissingFacts, MovedGroup, OverviewWords } from './overview-words.ts';

const whole = (count: number) => numberText(count, 0, 'sv');
const many = (count: number, one: string, more: string) => `${whole(count)} ${count === 1 ? one : more}`;
const answers = (count: number) => `${whole(count)} svar`;
const list = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} och ${items.at(-1)}`;
const moved = { rose: '[r:steg]', fell: '[f:sjönk]' };
const plainMoved = { rose: 'steg', fell: 'sjönk' };
const Subject: Record<SurveyLevel, string> = { relationship: 'Kundrelationen', encounter: 'Kundmötena' };
const For: Record<SurveyLevel, string> = { relationship: 'För kundrelationen', encounter: 'För kundmötena' };
const groups = {
  touchpoint: ['kontaktpunkt', 'kontaktpunkter'],
  segment: ['segment', 'segmenten'],
  unit: ['enhet', 'enheter'],
  role: ['roll', 'roller'],
  channel: ['kanal', 'kanaler'],
} as const;
const no = {
  touchpoint: 'ingen annan',
  segment: 'inget annat',
  unit: 'ingen annan',
  role: 'ingen annan',
  channel: 'ingen annan',
};
const pace = ({ on, over }: MissingFacts) =>
  over ? '' : on ? ` I dagens takt finns de omkring ${on}.` : ' Just nu svarar ingen.';
const told = (moves: readonly MovedGroup[]) =>
  list(moves.map(({ name, direction, size }) => `${name} ${moved[direction]} med ${size}`));

export const svOverview: OverviewWords = {
  question: 'Vad har verkligen rört sig?',
  documentTitle: 'Översikt',
  levelName: { relationship: 'Kundrelation', encounter: 'Kundmöten' },
  levelIs: {
    relationship: (label) => `strategisk nivå, ${label}`,
    encounter: (label) => `operativ nivå, ${label}`,
  },
  answer: {
    moved: ({ level, direction, size, inside, range, running }) =>
      `${Subject[level]} ${moved[direction]} med ${size} ${inside}${running ? ' hittills' : ''} (${range}).`,
    unmoved: ({ level, since, difference, range }) =>
      `${For[level]} finns [n:inga belägg för förändring] ${since}: ${difference} ryms inom slumpvariationen (${range}).`,
    few: ({ level, inside, missing }) =>
      `${For[level]} finns ${inside} [d:för få svar]${missing ? `: ${answers(missing.answers)} till behövs.${pace(missing)}` : '.'}`,
    withheld: ({ level, from, to }) =>
      `${For[level]} ges inget utslag: mellan ${from} och ${to} ändrades måttets definition.`,
    first: ({ level, inside, value, range, n }) =>
      `${For[level]} var värdet ${value} ${inside} (${range}, ${answers(n)}); det finns inget tidigare att jämföra med.`,
    nobody: ({ level, inside }) => `${For[level]} svarade ingen ${inside}.`,
    groups: ({ by, moves, others }) =>
      `Bland ${groups[by][1]} ${told(moves)}${others > 0 ? `; för ${no[by]} ${groups[by][0]} är en förändring belagd` : ''}.`,
    nothing: 'Ingen har svarat än.',
  },
  card: {
    since: (since, difference, range) => `${since} (${difference}, ${range})`,
    running: (full) => `${full}, hittills`,
    missing: ({ answers: count, on }) => `${answers(count)} till${on ? `, omkring ${on}` : ''}`,
    withheld: 'Inget utslag: definitionen ändrades',
    first: 'Inget tidigare att jämföra med',
    nobody: 'inga svar',
    nobodyText: (inside) => `Ingen svarade ${inside}.`,
    n: (n) => `n\u00a0${n}`,
  },
  neverAdded: 'De två nivåerna frågar olika människor vid olika tillfällen och läggs aldrig ihop.',
  noiseKey: 'slumpvariation om inget ändras',
  breakKind: { version: 'ny formulering', scale: 'ny skala', definition: 'ny definition' },
  breakSign: (kinds) => `Streckad linje: ${list(kinds)}.`,
  hollowSign: 'Ihålig: få svar, eller perioden pågår.',
  tables: {
    title: ({ moves, gap }) => {
      const parts = moves.map(({ name, direction, size }) => `${name} ${plainMoved[direction]} med ${size}`);
      if (gap) parts.push(`${gap.lower} ${gap.size} under ${gap.higher}`);
      return parts.length ? parts.join('; ') : 'Ingen grupp sticker ut ur slumpvariationen';
    },
    subtitle: ({ period, since, moves, gap }) =>
      [
        `${period.replace(/^./, (letter) => letter.toUpperCase())}.`,
        ...moves.map(({ name, difference, range }) => `${name} ${since}: ${difference} (${range}).`),
        ...(gap ? [`${gap.lower} mot ${gap.higher}: ${gap.difference} (${gap.range}).`] : []),
      ].join(' '),
    head: (level, by) => `${{ relationship: 'Kundrelation', encounter: 'Kundmöten' }[level]} efter ${groups[by][0]}`,
    sinceHead: (since) => since.replace(/^./, (letter) => letter.toUpperCase()),
    noneBefore: 'inget tidigare',
    hidden: (count, floor) =>
      `${many(count, 'grupp', 'grupper')} visas inte: färre än ${whole(floor)} svarande, eller en grupp som kunde härledas.`,
    rest: (count) => `Visa ${many(count, 'grupp', 'grupper')} däremellan`,
    more: ({ answers: count, on }) => `${whole(count)} till${on ? `, omkring ${on}` : ''}`,
    noGroups: 'Ingen grupp har svar under perioden.',
    barAlternative: ({ name, value, range }) => `${name}: ${value}, ${range}`,
  },
  role: {
    'contact-person': 'Kontaktpersoner',
    payer: 'Betalare',
    'end-user': 'Användare',
    'decision-maker': 'Beslutsfattare',
    'decision-maker-and-contact-person': 'Båda i en person',
    '': 'Okänd roll',
  },
  person: {
    'contact-person': 'kontaktperson',
    payer: 'betalare',
    'end-user': 'användare',
    'decision-maker': 'beslutsfattare',
    'decision-maker-and-contact-person': 'beslutsfattare och kontaktperson',
  },
  channel: {
    email: 'E-post',
    sms: 'Textmeddelande',
    'text message': 'Textmeddelande',
    web: 'Webb',
    phone: 'Telefon',
    api: 'Gränssnitt',
    file: 'Fil',
    '': 'Okänd kanal',
  },
  notKnown: 'okänt',
  comments: {
    title: (name) => `${name}, med deras ord`,
    counts: ({ withComment, responses, inside }) =>
      `${whole(withComment)} av ${answers(responses)} ${inside} hade en kommentar.`,
    quote: ({ score, role, day }) => [score && `Betyg ${score}`, role, day].filter(Boolean).join(', '),
    readAll: (count) => `Visa alla ${answers(count)}`,
    mark: ['”', '”'],
  },
  coverage: {
    title: (share) => `${share} av intäkterna har nyligen hörts genom en beslutsfattare`,
    subtitle: (revenue, accounts) =>
      `Andel av årets intäkter (${revenue}, ${many(accounts, 'kund', 'kunder')}) efter när en beslutsfattare eller betalare senast svarade. Okänt räknas aldrig som säkert.`,
    fresh: (since, share, revenue) => `Hörd sedan ${since} ${share}, ${revenue}`,
    older: (share, revenue) => `Äldre ${share}, ${revenue}`,
    never: (share, revenue, accounts) => `Aldrig hörd ${share}, ${revenue}, ${many(accounts, 'kund', 'kunder')}`,
    without: (accounts) => `${many(accounts, 'kund', 'kunder')} utan kända intäkter ingår inte i någon andel.`,
    goal: (share) => `Mål ${share}`,
    alternative: ({ fresh, older, never, goal }) =>
      `Nyligen ${fresh}, äldre ${older}, aldrig hörd ${never}; mål ${goal}`,
  },
  how: {
    title: 'Hur räknades det här?',
    rows: 'Visa raderna',
    definition: 'Definition',
    answers: 'Räknat',
    answersValue: ({ n, respondents, accounts }) =>
      `${answers(n)} av ${many(respondents, 'svarande', 'svarande')} hos ${many(accounts, 'kund', 'kunder')}`,
    design: 'Svar från samma kund',
    designValue: ({ effect, effective }) =>
      `liknar varandra: designeffekt ${effect}, så de väger som ${effective} oberoende`,
    noDesign: 'tas som oberoende',
    interval: 'Intervall',
    comparison: 'Förändring',
    comparisonValue: ({ method, p, adjusted, tested }) =>
      `${method}; p ${p} ensamt${tested > 1 ? `, ${adjusted} tillsammans med de ${whole(tested)} prövade förändringarna (Holm)` : ''}`,
    detectable: 'Minsta synliga förändring',
    detectableValue: (size) => `${size}, i fyra fall av fem`,
    detectableNone: 'varje förändring som skalan tillåter vore för liten',
    tested: (tested) => `${many(tested, 'jämförelse', 'jämförelser')} i tabellen, prövade tillsammans (Holm).`,
    window: 'Tidsfönster',
    windowValue: ({ from, to, zone }) => `${from} till ${to}, dagar i ${zone}`,
    methods: 'Formler och källor (på engelska)',
  },
};
