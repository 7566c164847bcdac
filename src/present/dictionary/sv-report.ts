import { numberText } from '../numbers.ts';
import { swedishCount as few } from './numerals.ts';
import type { ReportWords } from './report-words.ts';

const whole = (count: number) => numberText(count, 0, 'sv');
const list = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} och ${items.at(-1)}`;
/** A workspace calls the two levels by their keys; a file in words of its own. */
const levelNames: Readonly<Record<string, string>> = { relationship: 'kundrelation', encounter: 'kundmöten' };
const levelList = (names: readonly string[]) => list(names.map((name) => levelNames[name] ?? name));
const unit = { week: 'vecka', month: 'månad', quarter: 'kvartal' };
const units = { week: 'veckor', month: 'månader', quarter: 'kvartal' };
const one = { week: 'en vecka', month: 'en månad', quarter: 'ett kvartal' };
const One = { week: 'En vecka', month: 'En månad', quarter: 'Ett kvartal' };
const per = { week: 'i veckan', month: 'i månaden', quarter: 'per kvartal' };
const none = { week: 'Ingen vecka', month: 'Ingen månad', quarter: 'Inget kvartal' };
const moved = { rose: '[r:steg]', fell: '[f:sjönk]' };
const noun = { rose: 'uppgången', fell: 'nedgången' };
const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase());
const inText = (metric: string) => (/^(NPS|CSAT|CES)/.test(metric) ? metric : metric.toLowerCase());

export const svReport: ReportWords = {
  documentTitle: (file) => `Fanns det någonsin en signal? Granskning av mätprogrammet: ${file}, Candor`,
  fileLine: (file, from, to) => `Granskning av mätprogrammet: ${file}, ${from === to ? from : `${from} till ${to}`}`,
  question: 'Fanns det någonsin en signal?',
  metric: {
    nps: 'NPS',
    'csat-top2': 'CSAT',
    'csat-mean': 'CSAT-medelvärdet',
    'ces-5': 'CES',
    'ces-7': 'CES',
    mean: 'Medelvärdet',
    'index-100': 'Indexet',
  },
  metricLabel: {
    nps: 'NPS',
    'csat-top2': 'CSAT',
    'csat-mean': 'CSAT-medelvärde',
    'ces-5': 'CES',
    'ces-7': 'CES',
    mean: 'Medelvärde',
    'index-100': 'Index',
  },
  metricIs: {
    nps: (min, max) => `NPS, svar från ${min} till ${max}`,
    'csat-top2': (min, max, top) => `CSAT: andelen svar ${top} på en skala från ${min} till ${max}`,
    'csat-mean': (min, max) => `Kundnöjdhet: medelvärde på en skala från ${min} till ${max}`,
    'ces-5': (min, max) => `Kundansträngning: medelvärde på en skala från ${min} till ${max}`,
    'ces-7': (min, max) => `Kundansträngning: medelvärde på en skala från ${min} till ${max}`,
    mean: (min, max) => `Medelvärde på en skala från ${min} till ${max}`,
    'index-100': (min, max) => `Index 0 till 100, av svar på en skala från ${min} till ${max}`,
  },
  unitName: { week: 'Vecka', month: 'Månad', quarter: 'Kvartal' },
  verdict: {
    rose: 'steg',
    fell: 'sjönk',
    'no evidence of change': 'inga belägg för förändring',
    'not enough data': 'för få svar',
  },

  example: ({ direction, difference, inside }) => `${noun[direction]} ${inside} (${difference})`,
  onePeriod: ({ metric, inside, value, range, n, unit: of }) =>
    `${metric} var ${value} ${inside} (${range}, ${whole(n)} svar). ${One[of]} kan inte visa om det har ändrats: [d:för få svar].`,
  oneAnswerPeriod: ({ metric, inside, value, unit: of }) =>
    `${metric} var ${value} ${inside}, enligt ett enda svar. Ett svar på ${one[of]} kan inte visa om det har ändrats: [d:för få svar].`,
  tooFew: ({ metric, unit: of }) =>
    `[d:För få svar]: inga två ${units[of]} i följd har så många svar att det går att säga om ${inText(metric)} har ändrats.`,
  oneAccount:
    '[d:För få svar]: alla svar kommer från en enda kund, så det syns inte hur mycket kunderna skiljer sig åt.',
  none: ({ metric, judged, all, example }) => {
    const changes =
      judged === 1
        ? `den enda förändring${all ? 'en' : ' som kan bedömas'}`
        : `alla ${few(judged)} förändringar${all ? '' : ' som kan bedömas'}${example ? `, även ${example},` : ''}`;
    return `Det finns [n:inga belägg för förändring] i ${inText(metric)}: ${changes} ryms inom slumpvariationen.`;
  },
  tooThin: ({ count, example }) => {
    const move = example
      ? `, ${count > 1 ? 'bland dem ' : ''}${noun[example.direction]} ${example.inside} (${example.difference}),`
      : '';
    return `För ytterligare ${few(count)}${move} går det inte att säga något: [d:för få svar].`;
  },
  proven: ({ metric, moves, total, others, all, example }) => {
    const told = moves.map((move) => `${moved[move.direction]} med ${move.size} ${move.inside} (${move.range})`);
    const first = moves[0]!;
    const opening =
      total === 1
        ? `${metric} ${moved[first.direction]} en gång, med ${first.size} ${first.inside} (${first.range})`
        : `${metric} ändrades ${few(total)} gånger${total > moves.length ? ', mest så här' : ''}: det ${list(told)}`;
    if (others === 0) return `${opening}.`;
    const rest =
      others === 1
        ? `${all ? 'den andra förändringen' : 'en annan förändring'}${example ? `, ${example},` : ''}`
        : `${all ? `de övriga ${few(others)} förändringarna` : `${few(others)} andra förändringar`}${example ? `, även ${example},` : ''}`;
    return `${opening}; ${rest} ryms inom slumpvariationen.`;
  },
  levelMoved: ({ metric, shifts, changesProven, unit: of }) => {
    const told = shifts.map((shift) => `${moved[shift.direction]} från ${shift.from} till ${shift.to} ${shift.inside}`);
    if (changesProven) return `Även nivån ${list(told)}.`;
    return `${metric}: nivån ${list(told)}, fast ingen enskild förändring från ${one[of]} till nästa är belagd för sig.`;
  },
  unseen: ({ answers, size, unit: of }) =>
    `Med ${whole(answers)} svar ${per[of]} hade det här mätprogrammet inte tillförlitligt kunnat se en förändring på mindre än ${size} från ${one[of]} till nästa.`,
  unseenAny: ({ answers, unit: of }) =>
    `Med ${whole(answers)} svar ${per[of]} hade det här mätprogrammet inte tillförlitligt kunnat se någon förändring alls från ${one[of]} till nästa.`,
  unseenUnknown: ({ unit: of }) =>
    `Det går inte att säga vad mätprogrammet hade kunnat se: felmarginalen kan inte beräknas för ${of === 'quarter' ? 'något kvartal' : `någon ${unit[of]}`}.`,

  trendTitle: {
    proven: (count, name) =>
      count === 1
        ? `En förändring skiljer sig från slumpen: ${name}`
        : `${capital(few(count))} förändringar skiljer sig från slumpen`,
    level: (count, name) => (count === 1 ? `Nivån ändrades: ${name}` : `Nivån ändrades ${few(count)} gånger`),
    tooFew: (of) => `För få svar ${per[of]} för att se en trend`,
    none: (of) => `${none[of]} skiljer sig från slumpen`,
    alone: (of) => `${One[of]} är en nivå, inte en trend`,
  },
  trendSubtitle: (is, of) => `${is}, per ${unit[of]}.`,
  intervalKey: (confidence) => `${confidence} konfidensintervall`,
  noiseKey: (of) => `slumpvariation: 95 av 100 ${units[of]} om inget ändras`,
  breakKey: (what, from) => `Streckad linje: ${what.replace(/^./, (letter) => letter.toLowerCase())} från ${from}.`,
  breakLabel: { version: 'Ny formulering av frågan', scale: 'Ny skala', definition: 'Ny definition' },
  hollowKey: 'Ihåliga punkter: få svar eller inte en hel period.',
  provenSince: (since, range) => `${since} (${range})`,
  levelOnly: (value, range) => `Nivå ${value} (${range})`,
  levelUntil: (until, value, range) => `Nivå ${until} ${value} (${range})`,
  levelBetween: (from, to, value, range) =>
    from === to ? `Nivå ${from} ${value} (${range})` : `Nivå ${from} till ${to} ${value} (${range})`,
  levelSince: (since, value, range) => `Nivå ${since} ${value} (${range})`,
  levelShort: (value) => `Nivå ${value}`,
  nextPeriod: (bare, low, high) => `${bare} hamnar mellan ${low} och ${high} om inget ändras`,
  trendCaption: ({ answers, least, most, unit: of, method, run }) =>
    `${whole(answers)} svar${least === most ? '' : `, ${whole(least)} till ${whole(most)} ${per[of]}`}. ${method}. Körning ${run}.`,
  changePointMethod: 'nivåskiften med straffad kostnad (3\u00a0ln\u00a0T)',
  trendAlternative: ({ metric, unit: of, confidence, finding, levels }) =>
    `${metric} per ${unit[of]} med ${confidence} konfidensintervall. ${finding}${levels ? ` ${levels}.` : ''}`,
  showTable: 'Visa tabellen',
  howLink: 'Hur har detta beräknats?',

  tellTitle: (count, of) => `Vad ${count === 1 ? one[of] : `${few(count)} ${units[of]}`} kan visa`,
  meanMargin: ({ answers, margin, unit: of }) => `Med ${whole(answers)} svar ${per[of]} är felmarginalen ${margin}.`,
  noMargin: 'Ingen felmarginal kan ges: den går inte att beräkna för någon period.',
  rangeApart: ({ size, low, high, unit: of }) =>
    `Mellan ${of === 'quarter' ? 'bästa och sämsta kvartalet' : of === 'month' ? 'bästa och sämsta månaden' : 'bästa och sämsta veckan'} skiljer det ${size}; slumpen ensam ger ${low} till ${high}.`,
  neededLead: (of) =>
    `För att se en förändring mellan två ${units[of]} i fyra fall av fem behövs så här många svar ${per[of]}:`,
  neededCaption: (of) => `Svar som behövs ${per[of]}`,
  neededChange: 'Förändring',
  neededAnswers: (of) => `Svar ${per[of]}`,
  youHave: (n) => `${whole(n)}, så många finns`,

  changesTitle: (tested, proven, coloured) =>
    tested === 0
      ? 'Det finns ännu ingen förändring att testa'
      : tested === 1
        ? `Den enda förändringen är ${proven ? 'belagd' : 'inte belagd'}${coloured && !proven ? ', fast ett vanligt test färgar den' : ''}`
        : `Av ${few(tested)} förändringar är ${proven === 0 ? 'ingen' : few(proven)} ${proven > 1 ? 'belagda' : 'belagd'}; ett vanligt test färgar ${coloured === 0 ? 'ingen' : few(coloured)}`,
  changesSubtitle: (axis, confidence, tested) =>
    `${axis}, med ${confidence} konfidensintervall.${tested > 1 ? ` Ett intervall som inte omfattar noll kan ändå bero på slumpen när ${few(tested)} ritas.` : ''}`,
  changeAxis: { points: 'Förändring i poäng', share: 'Förändring i procentenheter', scale: 'Förändring på skalan' },
  changeAxisFrom: (of) => `från föregående ${unit[of]}`,
  noChanges: (of) =>
    `En förändring kräver två ${units[of]} med svar. Lägg till nästa ${unit[of]} i filen eller välj en kortare period.`,
  alone: 'Testade var för sig',
  aloneCount: (count) => `de flesta vyer: ${whole(count)}`,
  together: 'Testade tillsammans',
  togetherCount: (count) => `Candor: ${whole(count)}`,
  changesCaption: (method, tested) => `${method}${tested > 1 ? `, Holm-korrigering över ${few(tested)}` : ''}.`,
  changeP: (name, alone, together) => `${name}: p ${alone} för sig, ${together} tillsammans.`,
  changesAlternative: ({ tested, proven, nominal }) =>
    `${capital(few(tested))} ${tested === 1 ? 'skillnad' : 'skillnader'} mellan perioder i följd, med intervall kring noll. Färgade var för sig: ${nominal || 'inga'}. Belagda tillsammans: ${proven || 'inga'}.`,
  fewerTitle: 'Varför färre är rätt',
  fewer: ({ tested, expected, clustered, any, two }) => {
    const comparisons = `${few(tested)} ${tested === 1 ? 'jämförelse' : 'jämförelser'}`;
    const chance = clustered
      ? `Svar från samma kund är inte oberoende av varandra, så ett vanligt test av ${comparisons} på nivån 95\u00a0% färgar i genomsnitt ${expected} av en slump.`
      : `${capital(comparisons)} på nivån 95\u00a0% ger i genomsnitt ${expected} färgade av en slump.`;
    if (any === '0') return `${chance} Om inget alls hade ändrats skulle inget av 100 sådana mätprogram färga någon.`;
    return `${chance} Om inget alls hade ändrats skulle ${any === '1' ? 'ett' : any} av 100 sådana mätprogram ändå färga minst en${tested > 1 ? `, och ${two === '0' ? 'inget' : two === '1' ? 'ett' : two} minst två` : ''}.`;
  },
  unproven: ({ direction, inside, difference, range }) =>
    `För ${noun[direction]} ${inside} (${difference}, ${range}) finns [n:inga belägg för förändring]. Den kan vara verklig, men den här filen kan inte skilja den från slumpen.`,
  unjudged: ({ direction, inside, difference, range, needs }) => {
    const told = needs.map(({ inside: where, n }) => `${whole(n)} svar ${where}`);
    const lacking = needs.length
      ? ` Det finns ${list(told)}, och en jämförelse kräver minst 10${needs.length > 1 ? ' i vardera' : ''}: det saknas ${list(needs.map(({ more }) => whole(more)))}.`
      : '';
    return `För ${noun[direction]} ${inside} (${difference}, ${range}): [d:för få svar].${lacking}`;
  },
  allSurvive: 'Varje förändring som ett vanligt test färgar står sig också när alla testas tillsammans.',
  noneColoured: 'Här färgar inte ens ett vanligt test någon förändring.',

  rulesTitle: 'Är mätprogrammet byggt för att se?',
  rulesSubtitle: ({ fail, warn, pass, rest }) =>
    `${capital(few(fail + warn + pass + rest))} regler: ${fail} ${fail === 1 ? 'underkänd' : 'underkända'}, ${warn} ${warn === 1 ? 'varning' : 'varningar'}, ${pass} ${pass === 1 ? 'godkänd' : 'godkända'}, ${rest} inte mätta.`,
  rulesHead: ['Resultat', 'Regel', 'Grund'],
  status: { fail: 'Underkänd', warn: 'Varning', pass: 'Godkänd', 'not measurable': 'Inte mätt' },
  rule: {
    'margin-of-error': 'Felmarginal',
    'changes-beyond-chance': 'Mer än slumpen ger?',
    'detects-five-points': 'Syns fem poäng?',
    'contact-person-share': 'Andel kontaktpersoner',
    'payer-coverage': 'Svarar betalarna?',
    'levels-mixed': 'Nivåerna hålls isär',
    'one-metric': 'Mer än ett mått?',
    'single-moment': 'Flera kontaktpunkter',
    'survey-length': 'Enkätens längd',
    'definition-change': 'Samma fråga hela tiden?',
    'response-rate': 'Svarsfrekvens',
    'late-responders': 'Skiljer sig sena svar?',
    'baseline-before-target': 'Utgångsläge före mål',
    'findings-owned': 'Resultaten har en ägare',
    'cases-within-48h': 'Ärenden inom 48 timmar',
    'churn-link': 'Koppling till kundbortfall',
    'money-link': 'Koppling till pengar',
  },
  sees: (size) => `Syns en förändring på ${size}?`,
  evidence: {
    'margin-of-error': ({ mean, low, high, mark, limit }) =>
      `I genomsnitt ${mean} (${low} till ${high}). Riktmärket är ${mark}, gränsen ${limit}.`,
    'changes-beyond-chance': ({ proven, shifts, nominal, tested, expected, status }) =>
      status === 'pass'
        ? `Ja.${proven.length ? ` ${capital(list([...proven.slice(0, 3), ...(proven.length > 3 ? [`${few(proven.length - 3)} till`] : [])]))} står sig när ${few(tested)} testas.` : ''}${shifts.length ? ` Nivån ändrades: ${list(shifts.slice(0, 3))}.` : ''}`
        : `Nej. ${nominal === 0 ? 'Ingen färgad' : nominal === 1 ? 'En färgad' : `${capital(few(nominal))} färgade`} var för sig, ${expected} väntade av en slump, ingen belagd.`,
    'detects-five-points': ({ answers, unit: of, five, ten, fiveSize, tenSize, status }) =>
      `${status === 'pass' ? 'Ja.' : status === 'warn' ? `Bara ${tenSize}.` : 'Nej.'} ${whole(answers)} svar ${per[of]}; en förändring på ${fiveSize} kräver ${five}, ${tenSize} ${ten}.`,
    'contact-person-share': ({ share }) => `${share} av svaren. Riktmärket är högst 60\u00a0%, gränsen 80\u00a0%.`,
    'response-rate': ({ share }) =>
      `${share} av inbjudningarna besvarades (AAPOR RR1). Riktmärket är 30\u00a0%, gränsen 15\u00a0%.`,
    'late-responders': ({ count, difference, range, within, status }) =>
      `${status === 'pass' ? 'Nej.' : status === 'warn' ? 'Öppet.' : 'Ja.'} Svar som kom ${count === 0 ? 'efter frågedagen' : `senare än ${few(count)} ${count === 1 ? 'dag' : 'dagar'} efter frågan`} skiljer sig ${difference} (${range}) från de andra. Riktmärket är högst ${within}.`,
    'payer-coverage': ({ share, byRevenue }) =>
      `En betalare eller beslutsfattare har svarat hos ${byRevenue ? 'kunder med ' : ''}${share} av ${byRevenue ? 'intäkterna' : 'kunderna'}. Riktmärket är 80\u00a0%, gränsen 50\u00a0%.`,
    'levels-mixed': ({ names, status }) =>
      status === 'pass'
        ? `Bara en nivå i serien${names.length ? ` (${levelList(names)})` : ''}.`
        : `Nej. I samma serie ligger ${levelList(names)}.`,
    'one-metric': ({ names, status }) =>
      status === 'pass'
        ? `Ja: ${list(names)}.`
        : names.length === 1
          ? `Nej, bara ${names[0]}. Riktmärket är tre: nöjdhet, ansträngning och lojalitet.`
          : `${capital(list(names))}. Riktmärket är tre: nöjdhet, ansträngning och lojalitet.`,
    'single-moment': ({ count, status }) =>
      `${capital(few(count))} ${count === 1 ? 'kontaktpunkt' : 'kontaktpunkter'}.${status === 'pass' ? '' : ' Riktmärket är tre.'}`,
    'survey-length': ({ count }) =>
      `${capital(few(count))} ${count === 1 ? 'fråga' : 'frågor'}. Riktmärket är högst 7, gränsen 12.`,
    'definition-change': ({ what, date, from, to, status }) =>
      status === 'pass'
        ? 'Ja, ingen ändring av formulering eller skala syns.'
        : `Nej. ${what === 'scale' ? 'Skalan' : what === 'definition' ? 'Definitionen' : 'Formuleringen'} ändrades${date ? ` den ${date}` : ''}${from && to ? ` (från ${from} till ${to})` : ''}.`,
  },
  family: { nps: 'NPS', csat: 'nöjdhet', ces: 'ansträngning', other: 'ett annat betyg' },
  level: { encounter: 'kundmöte', relationship: 'kundrelation', other: 'annan' },
  needs: {
    'standard-error': 'Kräver svar som varierar.',
    'two-accounts': 'Kräver svar från minst två kunder.',
    'several-periods': 'Kräver två perioder med svar.',
    'role-column': 'Kräver en rollkolumn.',
    'account-and-role-columns': 'Kräver kund- och rollkolumner.',
    'level-column': 'Kräver en kolumn för enkätens nivå.',
    'touchpoint-column': 'Kräver en kolumn för kontaktpunkt.',
    'metric-column': 'Kräver en kolumn med ett känt mått.',
    'version-column': 'Kräver en versionskolumn.',
    invitations: 'Kräver de skickade inbjudningarna.',
    'invitation-date': 'Kräver inbjudans datum.',
    'late-answers': 'Kräver tio tidiga och tio sena svar.',
    workspace: 'Kräver en arbetsyta.',
    goals: 'Kräver mål i arbetsytan.',
    initiatives: 'Kräver åtgärder med ägare.',
    cases: 'Kräver ärenden i arbetsytan.',
    'accounts-with-exits': 'Kräver kunder och kundbortfall.',
    'accounts-with-margin': 'Kräver kunder och marginal.',
    'link-analysis': 'Den här versionen prövar inte kopplingen än.',
  },

  readTitle: 'Vad som lästes',
  readSentence: (read, used, rejected) =>
    `${whole(read)} ${read === 1 ? 'rad läst' : 'rader lästa'}, ${rejected ? `${whole(used)} ${used === 1 ? 'använd' : 'använda'}, ${whole(rejected)} ${rejected === 1 ? 'avvisad' : 'avvisade'}:` : read === 1 ? 'använd.' : 'alla använda.'}`,
  rejectedHead: ['Skäl', 'Rader', 'Första rad'],
  rejectedCaption: 'Avvisade rader',
  assumedTitle: 'Vad som antogs',
  assumed: {
    platform: 'Enkätverktyg',
    metric: 'Mått',
    scale: 'Skala',
    score: 'Betygskolumn',
    date: 'Datumkolumn',
    dateOrder: 'Datumordning',
    timeZone: 'Tidszon',
    account: 'Kundkolumn',
    role: 'Rollkolumn',
    period: 'Period',
    where: 'Del av filen',
    encoding: 'Teckenkodning',
    delimiter: 'Avgränsare',
    sheet: 'Blad',
    headers: 'Rubrikrader',
    decimalComma: 'Decimaltecken',
    revenue: 'Intäktskolumn',
    touchpoint: 'Kontaktpunktskolumn',
    level: 'Nivåkolumn',
    version: 'Versionskolumn',
  },
  file: 'Fil',
  periodValue: { week: 'vecka', month: 'månad', quarter: 'kvartal' },
  dateOrder: { dmy: 'dag först', mdy: 'månad först', ymd: 'år först' },
  delimiter: { comma: 'komman', semicolon: 'semikolon', tab: 'tabbar', bar: 'lodstreck' },
  decimalSign: { yes: 'komma' },

  howTitle: 'Hur har detta beräknats?',
  how: {
    nps: 'NPS är andelen som ger 9 eller 10 minus andelen som ger 0 till 6, i poäng.',
    share: (top) => `CSAT är andelen av de två bästa svaren (${top}).`,
    mean: 'Siffran är svarens medelvärde på sin egen skala.',
    index: 'Indexet är medelvärdet som andel av skalans bredd, 0 till 100.',
    simple: (of) => `Varje ${unit[of]} behandlas som ett enkelt urval av svar.`,
    clustered: (of) => `Svar från samma kund hålls ihop: varje ${unit[of]} är ett urval av kunder.`,
    interval: (methods) => `Intervall: ${methods}.`,
    comparison: (methods, tested) =>
      `Perioder i följd jämförs med ${methods}${tested > 1 ? `, och de ${few(tested)} p-värdena korrigeras tillsammans (Holm, 5\u00a0%)` : ''}. Ordet ”steg” eller ”sjönk” används bara om förändringen står sig.`,
    noise: (of) =>
      `Slumpvariationen beräknas ur 10 000 simulerade mätprogram med alla perioders sammanlagda andelar och samma antal svar. Seriens nivå ändras bara där det förbättrar anpassningen med mer än ett straff på 3\u00a0ln\u00a0T för T ${units[of]}.`,
  },
  method: {
    tango: 'Tangos poängintervall',
    'tango-effective-n': 'Tangos poängintervall med det effektiva antalet svar',
    'adjusted-wald': 'justerat Wald-intervall',
    wald: 'Wald-intervall',
    wilson: 'Wilsons poängintervall',
    'wilson-effective-n': 'Wilsons poängintervall med det effektiva antalet svar',
    'clopper-pearson': 'Clopper och Pearsons exakta intervall',
    jeffreys: 'Jeffreys intervall',
    t: 'Students t',
    't-linearised': 'Students t med designbaserade medelfel',
    'bounded-mean': 'intervall för medelvärdet på en begränsad skala',
    z: 'z-test',
    'mover-tango': 'skillnaden mellan två poängintervall (MOVER)',
    newcombe: 'Newcombes skillnad mellan två Wilson-intervall',
    welch: 'Welchs t-test',
    'mover-mean': 'skillnaden mellan två intervall för medelvärden (MOVER)',
    'paired-t': 'parat t-test',
    'mann-whitney': 'Mann och Whitneys test',
    'linearised-difference': 'designbaserad skillnad',
  },
  caveatsTitle: 'Förbehåll',
  noCaveats: 'Inga förbehåll.',
  runId: (id) => `Körning ${id}`,
  dataHash: (hash) => `Datahash ${hash}`,
  engine: (definition, engine) => `Definition ${definition}, motor ${engine}, frö från data`,

  head: {
    n: 'n',
    interval: (confidence) => `${confidence} intervall`,
    margin: 'Felmarginal',
    change: 'Ändring',
    alone: 'p ensam',
    together: 'p ihop',
    verdict: 'Utslag',
    detectable: 'Syns från',
    to: 'Period',
  },
  noAnswers: 'inga svar',
  noInterval: 'saknas',
};
