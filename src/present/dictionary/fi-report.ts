import { numberText } from '../numbers.ts';
import { finnishCount as few, finnishOutOf as outOf } from './numerals.ts';
import type { ReportWords } from './report-words.ts';

const whole = (count: number) => numberText(count, 0, 'fi');
const list = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ja ${items.at(-1)}`;
/** A workspace calls the two levels by their keys; a file in words of its own. */
const levelNames: Readonly<Record<string, string>> = { relationship: 'asiakassuhde', encounter: 'kohtaamiset' };
const levelList = (names: readonly string[]) => list(names.map((name) => levelNames[name] ?? name));
const unit = { week: 'viikko', month: 'kuukausi', quarter: 'neljännes' };
const unitInside = { week: 'viikossa', month: 'kuukaudessa', quarter: 'neljänneksessä' };
const unitOf = { week: 'viikon', month: 'kuukauden', quarter: 'neljänneksen' };
const unitFrom = { week: 'viikosta', month: 'kuukaudesta', quarter: 'neljänneksestä' };
const byUnit = { week: 'viikoittain', month: 'kuukausittain', quarter: 'neljänneksittäin' };
const units = { week: 'viikkoa', month: 'kuukautta', quarter: 'neljännestä' };
const moved = { rose: '[r:nousi]', fell: '[f:laski]' };
const noun = { rose: 'nousu', fell: 'lasku' };
const nounFrom = { rose: 'noususta', fell: 'laskusta' };
const Noun = { rose: 'Nousu', fell: 'Lasku' };
const capital = (text: string) => text.replace(/^./, (letter) => letter.toUpperCase());
const inText = (metric: string) => (/^(NPS|CSAT|CES)/.test(metric) ? metric : metric.toLowerCase());
const answers = (count: number) => `${whole(count)} ${count === 1 ? 'vastaus' : 'vastausta'}`;

export const fiReport: ReportWords = {
  documentTitle: (file) => `Oliko signaalia koskaan? Mittausohjelman arviointi: ${file}, Candor`,
  fileLine: (file, from, to) => `Mittausohjelman arviointi: ${file}, ${from === to ? from : `${from} – ${to}`}`,
  question: 'Oliko signaalia koskaan?',
  metric: {
    nps: 'NPS',
    'csat-top2': 'CSAT',
    'csat-mean': 'CSAT-keskiarvo',
    'ces-5': 'CES',
    'ces-7': 'CES',
    mean: 'Keskiarvo',
    'index-100': 'Indeksi',
  },
  metricLabel: {
    nps: 'NPS',
    'csat-top2': 'CSAT',
    'csat-mean': 'CSAT-keskiarvo',
    'ces-5': 'CES',
    'ces-7': 'CES',
    mean: 'Keskiarvo',
    'index-100': 'Indeksi',
  },
  metricIs: {
    nps: (min, max) => `NPS, vastaukset ${min}–${max}`,
    'csat-top2': (min, max, top) => `CSAT: vastausten ${top} osuus, asteikko ${min}–${max}`,
    'csat-mean': (min, max) => `Tyytyväisyyden keskiarvo, asteikko ${min}–${max}`,
    'ces-5': (min, max) => `Asioinnin vaivattomuus: vastausten keskiarvo, asteikko ${min}–${max}`,
    'ces-7': (min, max) => `Asioinnin vaivattomuus: vastausten keskiarvo, asteikko ${min}–${max}`,
    mean: (min, max) => `Vastausten keskiarvo, asteikko ${min}–${max}`,
    'index-100': (min, max) => `Indeksi 0–100, vastausasteikko ${min}–${max}`,
  },
  unitName: { week: 'Viikko', month: 'Kuukausi', quarter: 'Neljännes' },
  verdict: {
    rose: 'nousi',
    fell: 'laski',
    'no evidence of change': 'ei näyttöä muutoksesta',
    'not enough data': 'ei riittävästi vastauksia',
  },

  example: ({ direction, difference, inside }) => `${noun[direction]} ${inside} (${difference})`,
  onePeriod: ({ metric, inside, value, range, n, unit: of }) =>
    `${metric} oli ${inside} ${value} (${range}, ${answers(n)}). Yhdestä ${unitFrom[of]} ei voi päätellä, muuttuiko se: [d:ei riittävästi vastauksia].`,
  oneAnswerPeriod: ({ metric, inside, value, unit: of }) =>
    `${metric} oli ${inside} ${value} yhden ainoan vastauksen perusteella. Yhdestä vastauksesta yhdessä ${unitInside[of]} ei voi päätellä, muuttuiko se: [d:ei riittävästi vastauksia].`,
  tooFew: ({ metric, unit: of }) =>
    `[d:Ei riittävästi vastauksia]: missään kahdessa peräkkäisessä ${unitInside[of]} ei ole niin paljon vastauksia, että voisi sanoa, muuttuiko ${inText(metric)}.`,
  oneAccount:
    '[d:Ei riittävästi vastauksia]: kaikki vastaukset ovat yhdestä asiakkuudesta, joten asiakkuuksien eroja ei näe.',
  none: ({ metric, judged, all, example }) => {
    const changes =
      judged === 1
        ? `${all ? 'ainoa muutos' : 'ainoa muutos, jonka voi arvioida,'} mahtuu`
        : `kaikki ${few(judged)} muutosta${all ? '' : ', jotka voi arvioida'}${example ? `, myös ${example},` : all ? '' : ','} mahtuvat`;
    return `[n:Ei näyttöä muutoksesta]: ${inText(metric)} vaihteli, mutta ${changes} satunnaisvaihteluun.`;
  },
  tooThin: ({ count, example }) => {
    const move = example
      ? `, ${count > 1 ? 'muun muassa ' : ''}${nounFrom[example.direction]} ${example.inside} (${example.difference}),`
      : '';
    return `${capital(outOf(count))} muusta muutoksesta${move} ei voi päätellä mitään: [d:ei riittävästi vastauksia].`;
  },
  proven: ({ metric, moves, total, others, all, example }) => {
    const told = moves.map((move) => `${moved[move.direction]} ${move.size} ${move.inside} (${move.range})`);
    const first = moves[0]!;
    const opening =
      total === 1
        ? `${metric} ${moved[first.direction]} kerran, ${first.size} ${first.inside} (${first.range})`
        : `${metric} muuttui ${total === 2 ? 'kahdesti' : `${few(total)} kertaa`}${total > moves.length ? ', eniten näin' : ''}: se ${list(told)}`;
    if (others === 0) return `${opening}.`;
    const rest =
      others === 1
        ? `${all ? 'toinen' : 'yksi muu'} muutos${example ? `, ${example},` : ''} mahtuu`
        : all
          ? `muut ${few(others)} muutosta${example ? `, myös ${example},` : ''} mahtuvat`
          : `${few(others)} muuta muutosta${example ? `, myös ${example},` : ''} mahtuu`;
    return `${opening}; ${rest} satunnaisvaihteluun.`;
  },
  levelMoved: ({ metric, shifts, changesProven, unit: of }) => {
    const told = shifts.map(
      (shift) => `${moved[shift.direction]} ${shift.inside} (ennen ${shift.from}, sen jälkeen ${shift.to})`,
    );
    if (changesProven) return `Myös taso ${list(told)}.`;
    return `${metric}: taso ${list(told)}, vaikka mikään yksittäinen muutos ${unitFrom[of]} toiseen ei yksin ole todistettu.`;
  },
  unseen: ({ answers: n, size, unit: of }) =>
    `Kun vastauksia on ${whole(n)} ${unitInside[of]}, tämä mittausohjelma ei olisi voinut luotettavasti nähdä muutosta, joka on pienempi kuin ${size} ${unitFrom[of]} toiseen.`,
  unseenAny: ({ answers: n, unit: of }) =>
    `Kun vastauksia on ${whole(n)} ${unitInside[of]}, tämä mittausohjelma ei olisi voinut luotettavasti nähdä minkäänlaista muutosta ${unitFrom[of]} toiseen.`,
  unseenUnknown: ({ unit: of }) =>
    `Ei voida sanoa, mitä tämä mittausohjelma olisi voinut nähdä: minkään ${unitOf[of]} virhemarginaalia ei voi laskea.`,

  trendTitle: {
    proven: (count, name) =>
      count === 1
        ? `Yksi muutos erottuu satunnaisvaihtelusta: ${name}`
        : `${capital(few(count))} muutosta erottuu satunnaisvaihtelusta`,
    level: (count, name) =>
      count === 1 ? `Taso muuttui: ${name}` : `Taso muuttui ${count === 2 ? 'kahdesti' : `${few(count)} kertaa`}`,
    tooFew: (of) => `Vastauksia on ${unitInside[of]} liian vähän suunnan näkemiseen`,
    none: (of) => `Mikään ${unit[of]} ei erotu satunnaisvaihtelusta`,
    alone: (of) => `Yksi ${unit[of]} on taso, ei kehityssuunta`,
  },
  trendSubtitle: (is, of) => `${is}, ${byUnit[of]}.`,
  intervalKey: (confidence) => `${confidence}:n luottamusväli`,
  noiseKey: (of) => `satunnaisvaihtelu: 95 ${units[of]} sadasta, jos mikään ei muutu`,
  breakKey: (what, from) => `Katkoviiva: ${what.replace(/^./, (letter) => letter.toLowerCase())}, ${from}.`,
  breakLabel: { version: 'Kysymyksen uusi sanamuoto', scale: 'Uusi asteikko', definition: 'Uusi määritelmä' },
  hollowKey: 'Ontot pisteet: vähän vastauksia tai vajaa jakso.',
  provenSince: (since, range) => `${since} (${range})`,
  levelOnly: (value, range) => `Taso ${value} (${range})`,
  levelUntil: (until, value, range) => `Taso ${until} ${value} (${range})`,
  levelBetween: (from, to, value, range) =>
    from === to ? `Taso, ${from}: ${value} (${range})` : `Taso, ${from}–${to}: ${value} (${range})`,
  levelSince: (since, value, range) => `Taso ${since} ${value} (${range})`,
  levelShort: (value) => `Taso ${value}`,
  nextPeriod: (bare, low, high) => `${bare}: välillä ${low} ja ${high}, jos mikään ei muutu`,
  trendCaption: ({ answers: n, least, most, unit: of, method, run }) =>
    `${answers(n)}${least === most ? '' : `, ${whole(least)}–${whole(most)} ${unitInside[of]}`}. ${method}. Ajo ${run}.`,
  changePointMethod: 'tasonmuutokset rangaistulla kustannuksella (3\u00a0ln\u00a0T)',
  trendAlternative: ({ metric, unit: of, confidence, finding, levels }) =>
    `${metric} ${byUnit[of]}, ${confidence}:n luottamusvälit. ${finding}${levels ? ` ${levels}.` : ''}`,
  showTable: 'Näytä taulukkona',
  howLink: 'Miten tämä laskettiin?',

  tellTitle: (count, of) => (count === 1 ? `Mitä yksi ${unit[of]} kertoo` : `Mitä ${few(count)} ${units[of]} kertoo`),
  meanMargin: ({ answers: n, margin, unit: of }) =>
    `Kun vastauksia on ${whole(n)} ${unitInside[of]}, virhemarginaali on ${margin}.`,
  noMargin: 'Virhemarginaalia ei voi antaa: sitä ei voi laskea millekään jaksolle.',
  rangeApart: ({ size, low, high, unit: of }) =>
    `Parhaan ja huonoimman ${unitOf[of]} ero on ${size}; pelkkä satunnaisvaihtelu antaa ${low}–${high}.`,
  neededLead: (of) =>
    `Jotta muutos kahden ${unitOf[of]} välillä näkyisi neljästi viidestä, vastauksia tarvitaan ${unitInside[of]}:`,
  neededCaption: (of) => `Tarvittavat vastaukset ${unitInside[of]}`,
  neededChange: 'Muutos',
  neededAnswers: (of) => `Vastauksia ${unitInside[of]}`,
  youHave: (n) => `${whole(n)}, nykyinen määrä`,

  changesTitle: (tested, proven, coloured) =>
    tested === 0
      ? 'Testattavaa muutosta ei vielä ole'
      : tested === 1
        ? `Ainoa muutos ${proven ? 'on todistettu' : 'ei ole todistettu'}${coloured && !proven ? ', vaikka tavallinen testi värittäisi sen' : ''}`
        : `${capital(outOf(tested))} muutoksesta ${proven === 0 ? 'yksikään ei ole' : `${few(proven)} on`} todistettu; tavallinen testi ${coloured === 0 ? 'ei värittäisi yhtään' : `värittäisi ${coloured === 1 ? 'yhden' : few(coloured)}`}`,
  changesSubtitle: (axis, confidence, tested) =>
    `${axis} ja ${confidence}:n luottamusväli.${tested > 1 ? ` Nollasta irti oleva väli voi silti olla sattumaa, kun niitä piirretään ${few(tested)}.` : ''}`,
  changeAxis: { points: 'Muutos pisteinä', share: 'Muutos prosenttiyksikköinä', scale: 'Muutos asteikolla' },
  changeAxisFrom: (of) => `edellisestä ${unitFrom[of]}`,
  noChanges: (of) =>
    `Muutos vaatii kaksi ${units[of]}, joilta on vastauksia. Lisää tiedostoon seuraava ${unit[of]} tai valitse lyhyempi jakso.`,
  alone: 'Testattu erikseen',
  aloneCount: (count) => `useimmat mittaristot: ${whole(count)}`,
  together: 'Testattu yhdessä',
  togetherCount: (count) => `Candor: ${whole(count)}`,
  changesCaption: (method, tested) => `${method}${tested > 1 ? `, Holm-korjaus (${whole(tested)} testiä)` : ''}.`,
  changeP: (name, alone, together) => `${name}: p ${alone} erikseen, ${together} yhdessä.`,
  changesAlternative: ({ tested, proven, nominal }) =>
    `${whole(tested)} ${tested === 1 ? 'ero' : 'eroa'} peräkkäisten jaksojen välillä, luottamusvälit nollan ympärillä. Erikseen testattuina värittyvät: ${nominal || 'ei yhtään'}. Yhdessä testattuina todistettuja: ${proven || 'ei yhtään'}.`,
  fewerTitle: 'Miksi vähemmän on oikein',
  fewer: ({ tested, expected, clustered, any, two }) => {
    const comparisons = `Kun vertailuja on ${few(tested)} ja taso 95\u00a0%, sattuma värittää keskimäärin ${expected}.`;
    const chance = clustered
      ? `Saman asiakkuuden vastaukset eivät ole toisistaan riippumattomia, ja tavallinen testi ei ota sitä huomioon. ${comparisons}`
      : comparisons;
    const quiet = `${chance} Vaikka mikään ei olisi muuttunut, sadasta tällaisesta mittausohjelmasta`;
    if (any === '0')
      return `${chance} Jos mikään ei olisi muuttunut, sadasta tällaisesta mittausohjelmasta yksikään ei värittäisi mitään.`;
    return `${quiet} ${any === '1' ? 'yksi' : any} värittäisi silti ainakin yhden${tested > 1 ? ` ja ${two === '0' ? 'ei yksikään' : two === '1' ? 'yksi' : two} ainakin kaksi` : ''}.`;
  },
  unproven: ({ direction, inside, difference, range }) =>
    `${Noun[direction]} ${inside} (${difference}, ${range}): [n:ei näyttöä muutoksesta]. Se voi olla todellinen, mutta tästä tiedostosta sitä ei erota sattumasta.`,
  unjudged: ({ direction, inside, difference, range, needs }) => {
    const told = needs.map(({ inside: where, n }) => `${where} ${whole(n)}`);
    const lacking = needs.length
      ? ` Vastauksia on ${list(told)}, ja vertailu vaatii vähintään 10${needs.length > 1 ? ' kummassakin' : ''}: puuttuu ${list(needs.map(({ more }) => whole(more)))}.`
      : '';
    return `${Noun[direction]} ${inside} (${difference}, ${range}): [d:ei riittävästi vastauksia].${lacking}`;
  },
  allSurvive: 'Jokainen muutos, jonka tavallinen testi värittää, kestää myös yhteisen testauksen.',
  noneColoured: 'Tässä tavallinenkaan testi ei väritä yhtään.',

  rulesTitle: 'Onko mittausohjelma rakennettu näkemään?',
  rulesSubtitle: ({ fail, warn, pass, rest }) =>
    `${whole(fail + warn + pass + rest)} sääntöä: ${fail} ei täyty, ${warn} varoittaa, ${pass} täyttyy, ${rest} on mittaamatta.`,
  rulesHead: ['Tulos', 'Sääntö', 'Peruste'],
  status: { fail: 'Ei täyty', warn: 'Varoitus', pass: 'Täyttyy', 'not measurable': 'Ei mitattu' },
  rule: {
    'margin-of-error': 'Virhemarginaali',
    'changes-beyond-chance': 'Enemmän kuin sattuma?',
    'detects-five-points': 'Näkyykö viisi pistettä?',
    'contact-person-share': 'Yhteyshenkilöiden osuus',
    'payer-coverage': 'Vastaavatko maksajat?',
    'levels-mixed': 'Tasot erillään',
    'one-metric': 'Useampi kuin yksi mittari?',
    'single-moment': 'Useita kohtaamispisteitä',
    'survey-length': 'Kyselyn pituus',
    'definition-change': 'Sama kysymys koko ajan?',
    'response-rate': 'Vastausprosentti',
    'late-responders': 'Eroavatko myöhäiset?',
    'baseline-before-target': 'Lähtötaso ennen tavoitetta',
    'findings-owned': 'Havainnoilla on omistaja',
    'cases-within-48h': 'Palautteet 48 tunnissa',
    'churn-link': 'Yhteys asiakaspoistumaan',
    'money-link': 'Yhteys rahaan',
  },
  sees: (size) => `Näkyykö muutos, joka on ${size}?`,
  evidence: {
    'margin-of-error': ({ mean, low, high, mark, limit }) =>
      `Keskimäärin ${mean} (${low} – ${high}). Tavoite ${mark}, raja ${limit}.`,
    'changes-beyond-chance': ({ proven, shifts, nominal, tested, expected, status }) =>
      status === 'pass'
        ? `Kyllä.${proven.length ? ` ${proven.length === 1 ? 'Todistettu muutos' : 'Todistetut muutokset'}, kun testejä on ${few(tested)}: ${list([...proven.slice(0, 3), ...(proven.length > 3 ? [`${few(proven.length - 3)} ${proven.length === 4 ? 'muu' : 'muuta'}`] : [])])}.` : ''}${shifts.length ? ` Taso muuttui: ${list(shifts.slice(0, 3))}.` : ''}`
        : `Ei. Erikseen testattuina ${nominal === 0 ? 'ei väritty yksikään' : `värittyy ${few(nominal)}`}, sattumalta odotetaan ${expected}, todistettuja ei ole.`,
    'detects-five-points': ({ answers: n, unit: of, five, ten, fiveSize, tenSize, status }) =>
      `${status === 'pass' ? 'Kyllä.' : status === 'warn' ? `Vasta ${tenSize}.` : 'Ei.'} Vastauksia ${whole(n)} ${unitInside[of]}; ${fiveSize} vaatii ${five}, ${tenSize} vaatii ${ten}.`,
    'contact-person-share': ({ share }) => `${share} vastauksista. Tavoite enintään 60\u00a0%, raja 80\u00a0%.`,
    'response-rate': ({ share }) => `Kutsuista vastattiin ${share} (AAPOR RR1). Raja on 30\u00a0%, alaraja 15\u00a0%.`,
    'late-responders': ({ count, difference, range, within, status }) =>
      `${status === 'pass' ? 'Ei.' : status === 'warn' ? 'Avoin.' : 'Kyllä.'} ${count === 0 ? 'Kysymispäivän jälkeen' : `Yli ${whole(count)} päivän päästä kysymisestä`} vastanneiden ero muihin on ${difference} (${range}). Tavoite on enintään ${within}.`,
    'payer-coverage': ({ share, byRevenue }) =>
      `Maksaja tai päättäjä on vastannut asiakkuuksissa, joiden osuus ${byRevenue ? 'liikevaihdosta' : 'asiakkuuksista'} on ${share}. Tavoite 80\u00a0%, raja 50\u00a0%.`,
    'levels-mixed': ({ names, status }) =>
      status === 'pass'
        ? `Sarjassa on vain yksi taso${names.length ? ` (${levelList(names)})` : ''}.`
        : `Ei. Samassa sarjassa: ${levelList(names)}.`,
    'one-metric': ({ names, status }) =>
      status === 'pass'
        ? `Kyllä: ${list(names)}.`
        : names.length === 1
          ? `Ei, vain ${names[0]}. Tavoite on kolme: tyytyväisyys, vaivattomuus ja uskollisuus.`
          : `${capital(list(names))}. Tavoite on kolme: tyytyväisyys, vaivattomuus ja uskollisuus.`,
    'single-moment': ({ count, status }) =>
      `${capital(few(count))} ${count === 1 ? 'kohtaamispiste' : 'kohtaamispistettä'}.${status === 'pass' ? '' : ' Tavoite on kolme.'}`,
    'survey-length': ({ count }) =>
      `${capital(few(count))} ${count === 1 ? 'kysymys' : 'kysymystä'}. Tavoite enintään 7, raja 12.`,
    'definition-change': ({ what, date, from, to, status }) =>
      status === 'pass'
        ? 'Kyllä, sanamuoto ja asteikko näyttävät pysyneen samoina.'
        : `Ei. ${what === 'scale' ? 'Asteikko' : what === 'definition' ? 'Määritelmä' : 'Sanamuoto'} vaihtui${date ? ` ${date}` : ''}${from && to ? ` (${from} → ${to})` : ''}.`,
  },
  family: { nps: 'NPS', csat: 'tyytyväisyys', ces: 'vaivattomuus', other: 'muu arvosana' },
  level: { encounter: 'kohtaaminen', relationship: 'asiakassuhde', other: 'muu' },
  needs: {
    'standard-error': 'Vaatii vastauksia, jotka vaihtelevat.',
    'two-accounts': 'Vaatii vastauksia vähintään kahdesta asiakkuudesta.',
    'several-periods': 'Vaatii kaksi jaksoa, joilta on vastauksia.',
    'role-column': 'Vaatii roolisarakkeen.',
    'account-and-role-columns': 'Vaatii asiakkuus- ja roolisarakkeet.',
    'level-column': 'Vaatii kyselytason sarakkeen.',
    'touchpoint-column': 'Vaatii kohtaamispistesarakkeen.',
    'metric-column': 'Vaatii sarakkeen, jossa on tunnettu mittari.',
    'version-column': 'Vaatii versiosarakkeen.',
    invitations: 'Vaatii lähetetyt kutsut.',
    'invitation-date': 'Vaatii kutsun päivän.',
    'late-answers': 'Vaatii kymmenen varhaista ja kymmenen myöhäistä vastausta.',
    workspace: 'Vaatii työtilan.',
    goals: 'Vaatii tavoitteita työtilaan.',
    initiatives: 'Vaatii toimenpiteitä, joilla on omistaja.',
    cases: 'Vaatii palautetapauksia työtilaan.',
    'accounts-with-exits': 'Vaatii asiakkuudet ja poistumat.',
    'accounts-with-margin': 'Vaatii asiakkuudet ja katteen.',
    'link-analysis': 'Tämä versio ei vielä testaa yhteyttä.',
  },

  readTitle: 'Mitä luettiin',
  readSentence: (read, used, rejected) =>
    `${whole(read)} ${read === 1 ? 'rivi' : 'riviä'} luettu, ${rejected ? `${whole(used)} käytetty, ${whole(rejected)} hylätty:` : 'kaikki käytetty.'}`,
  rejectedHead: ['Syy', 'Rivejä', 'Ensimmäinen rivi'],
  rejectedCaption: 'Hylätyt rivit',
  assumedTitle: 'Mitä oletettiin',
  assumed: {
    platform: 'Kyselytyökalu',
    metric: 'Mittari',
    scale: 'Asteikko',
    score: 'Arvosanasarake',
    date: 'Päiväsarake',
    dateOrder: 'Päiväyksen järjestys',
    timeZone: 'Aikavyöhyke',
    account: 'Asiakkuussarake',
    role: 'Roolisarake',
    period: 'Jakso',
    where: 'Tiedoston osa',
    encoding: 'Merkistö',
    delimiter: 'Erotin',
    sheet: 'Taulukko',
    headers: 'Otsikkorivit',
    decimalComma: 'Desimaalimerkki',
    revenue: 'Liikevaihtosarake',
    touchpoint: 'Kohtaamispistesarake',
    level: 'Tasosarake',
    version: 'Versiosarake',
  },
  file: 'Tiedosto',
  periodValue: { week: 'viikko', month: 'kuukausi', quarter: 'neljännes' },
  dateOrder: { dmy: 'päivä ensin', mdy: 'kuukausi ensin', ymd: 'vuosi ensin' },
  delimiter: { comma: 'pilkut', semicolon: 'puolipisteet', tab: 'sarkaimet', bar: 'pystyviivat' },
  decimalSign: { yes: 'pilkku' },

  howTitle: 'Miten tämä laskettiin?',
  how: {
    nps: 'NPS on arvosanan 9 tai 10 antaneiden osuus, josta vähennetään arvosanan 0–6 antaneiden osuus, pisteinä.',
    share: (top) => `CSAT on kahden parhaan vastauksen osuus (${top}).`,
    mean: 'Luku on vastausten keskiarvo omalla asteikollaan.',
    index: 'Indeksi on vastausten keskiarvo osuutena asteikon leveydestä, 0–100.',
    simple: (of) => `Jokaista ${units[of]} käsitellään vastausten yksinkertaisena otoksena.`,
    clustered: (of) => `Saman asiakkuuden vastaukset pidetään yhdessä: jokainen ${unit[of]} on asiakkuuksien otos.`,
    interval: (methods) => `Luottamusvälit: ${methods}.`,
    comparison: (methods, tested) =>
      `Peräkkäisiä jaksoja verrataan näin: ${methods}${tested > 1 ? `, ja ${few(tested)} p-arvoa korjataan yhdessä (Holm, 5\u00a0%)` : ''}. Muutoksesta sanotaan ”nousi” tai ”laski” vain, jos se kestää korjauksen.`,
    noise: (of) =>
      `Satunnaisvaihtelun osuus saadaan 10 000 simuloidusta mittausohjelmasta, joissa on kaikkien jaksojen yhteiset osuudet ja samat vastausmäärät. Sarjan taso vaihtuu vain, jos vaihto parantaa sovitetta enemmän kuin rangaistuksen 3\u00a0ln\u00a0T verran; T on jaksojen määrä (${units[of]}).`,
  },
  method: {
    tango: 'Tangon pistemääräväli',
    'tango-effective-n': 'Tangon pistemääräväli efektiivisellä vastausmäärällä',
    'adjusted-wald': 'korjattu Waldin väli',
    wald: 'Waldin väli',
    wilson: 'Wilsonin pistemääräväli',
    'wilson-effective-n': 'Wilsonin pistemääräväli efektiivisellä vastausmäärällä',
    'clopper-pearson': 'Clopperin ja Pearsonin tarkka väli',
    jeffreys: 'Jeffreysin väli',
    t: 'Studentin t',
    't-linearised': 'Studentin t otanta-asetelman keskivirheillä',
    'bounded-mean': 'rajatun asteikon keskiarvon väli',
    z: 'z-testi',
    'mover-tango': 'kahden pistemäärävälin erotus (MOVER)',
    newcombe: 'Newcomben kahden Wilsonin välin erotus',
    welch: 'Welchin t-testi',
    'mover-mean': 'kahden keskiarvon välin erotus (MOVER)',
    'paired-t': 'parittainen t-testi',
    'mann-whitney': 'Mannin ja Whitneyn testi',
    'linearised-difference': 'otanta-asetelmaan perustuva erotus',
  },
  caveatsTitle: 'Varaukset',
  noCaveats: 'Ei varauksia.',
  runId: (id) => `Ajo ${id}`,
  dataHash: (hash) => `Aineiston tiiviste ${hash}`,
  engine: (definition, engine) => `Määritelmä ${definition}, laskenta ${engine}, siemen aineistosta`,

  head: {
    n: 'n',
    interval: (confidence) => `${confidence}:n väli`,
    margin: 'Virhemarginaali',
    change: 'Muutos',
    alone: 'p yksin',
    together: 'p yhdessä',
    verdict: 'Tulkinta',
    detectable: 'Näkyvä ero',
    to: 'Jakso',
  },
  noAnswers: 'ei vastauksia',
  noInterval: 'ei ole',
};
