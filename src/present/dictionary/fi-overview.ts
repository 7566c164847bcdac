import type { SurveyLevel } from '../../view/index.ts';
import { numberText } from '../numbers.ts';
import type { MissingFacts, MovedGroup, OverviewWords } from './overview-words.ts';

const whole = (count: number) => numberText(count, 0, 'fi');
const many = (count: number, one: string, more: string) => `${whole(count)} ${count === 1 ? one : more}`;
const answers = (count: number) => many(count, 'vastaus', 'vastausta');
const list = (items: readonly string[]) =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ja ${items.at(-1)}`;
const moved = { rose: '[r:nousi]', fell: '[f:laski]' };
const plainMoved = { rose: 'nousi', fell: 'laski' };
const Name: Record<SurveyLevel, string> = { relationship: 'Asiakassuhde', encounter: 'Kohtaamiset' };
const Inside: Record<SurveyLevel, string> = { relationship: 'Asiakassuhteessa', encounter: 'Kohtaamisissa' };
const groups = {
  touchpoint: ['kohtaamispiste', 'kohtaamispisteittäin', 'Kohtaamispisteistä', 'kohtaamispisteessä'],
  segment: ['segmentti', 'segmenteittäin', 'Segmenteistä', 'segmentissä'],
  unit: ['yksikkö', 'yksiköittäin', 'Yksiköistä', 'yksikössä'],
  role: ['rooli', 'rooleittain', 'Rooleista', 'roolissa'],
  channel: ['kanava', 'kanavittain', 'Kanavista', 'kanavassa'],
} as const;
const pace = ({ on, over }: MissingFacts) =>
  over ? '' : on ? ` Nykyistä vauhtia ne ovat koossa noin ${on}.` : ' Juuri nyt kukaan ei vastaa.';
const told = (moves: readonly MovedGroup[]) =>
  list(moves.map(({ name, direction, size }) => `${name} ${moved[direction]} ${size}`));

export const fiOverview: OverviewWords = {
  question: 'Mikä todella muuttui?',
  documentTitle: 'Yleiskuva',
  levelName: { relationship: 'Asiakassuhde', encounter: 'Kohtaamiset' },
  levelIs: {
    relationship: (label) => `strateginen taso, ${label}`,
    encounter: (label) => `operatiivinen taso, ${label}`,
  },
  answer: {
    moved: ({ level, direction, size, inside, range, running }) =>
      `${Name[level]}: tulos ${moved[direction]} ${inside}${running ? ' tähän mennessä' : ''} ${size} (${range}).`,
    unmoved: ({ level, since, difference, range }) =>
      `${Inside[level]} on [n:ei näyttöä muutoksesta] ${since}: ero ${difference} mahtuu satunnaisvaihteluun (${range}).`,
    few: ({ level, inside, missing }) =>
      `${Inside[level]} on ${inside} [d:ei riittävästi vastauksia]${missing ? `: tarvitaan vielä ${answers(missing.answers)}.${pace(missing)}` : '.'}`,
    withheld: ({ level, from, to }) =>
      `${Name[level]}: päätelmää ei anneta, sillä mittarin määritelmä vaihtui jaksojen ${from} ja ${to} välillä.`,
    first: ({ level, inside, value, range, n }) =>
      `${Name[level]}: tulos oli ${inside} ${value} (${range}, ${answers(n)}); aiempaa vertailukohtaa ei ole.`,
    nobody: ({ level, inside }) => `${Name[level]}: kukaan ei vastannut ${inside}.`,
    groups: ({ by, moves, others }) =>
      `${groups[by][2]} ${told(moves)}${others > 0 ? `; missään muussa ${groups[by][3]} muutosta ei ole osoitettu` : ''}.`,
    nothing: 'Kukaan ei ole vielä vastannut.',
  },
  card: {
    since: (since, difference, range) => `${since} (${difference}, ${range})`,
    running: (full) => `${full}, tähän mennessä`,
    missing: ({ answers: count, on }) => `vielä ${answers(count)}${on ? `, noin ${on}` : ''}`,
    withheld: 'Ei päätelmää: määritelmä vaihtui',
    first: 'Ei aiempaa vertailukohtaa',
    nobody: 'ei vastauksia',
    nobodyText: (inside) => `Kukaan ei vastannut ${inside}.`,
    n: (n) => `n\u00a0${n}`,
  },
  neverAdded: 'Tasot kysyvät eri ihmisiltä eri hetkinä, eikä niitä koskaan lasketa yhteen.',
  noiseKey: 'satunnaisvaihtelu, jos mikään ei muutu',
  breakKind: { version: 'uusi sanamuoto', scale: 'uusi asteikko', definition: 'uusi määritelmä' },
  breakSign: (kinds) => `Katkoviiva: ${list(kinds)}.`,
  hollowSign: 'Ontto: vähän vastauksia tai jakso kesken.',
  tables: {
    title: ({ moves, gap }) => {
      const parts = moves.map(({ name, direction, size }) => `${name} ${plainMoved[direction]} ${size}`);
      if (gap) parts.push(`${gap.lower}: ${gap.size} vähemmän kuin ${gap.higher}`);
      return parts.length ? parts.join('; ') : 'Mikään ryhmä ei erotu satunnaisvaihtelusta';
    },
    subtitle: ({ period, since, moves, gap }) =>
      [
        `${period.replace(/^./, (letter) => letter.toUpperCase())}.`,
        ...moves.map(({ name, difference, range }) => `${name} ${since}: ${difference} (${range}).`),
        ...(gap ? [`${gap.lower} verrattuna: ${gap.higher}, ero ${gap.difference} (${gap.range}).`] : []),
      ].join(' '),
    head: (level, by) => `${Name[level]} ${groups[by][1]}`,
    sinceHead: (since) => since.replace(/^./, (letter) => letter.toUpperCase()),
    noneBefore: 'ei aiempaa',
    hidden: (count, floor) =>
      `${many(count, 'ryhmää', 'ryhmää')} ei näytetä: vastaajia on alle ${whole(floor)}, tai ryhmän voisi päätellä muista.`,
    rest: (count) => `Näytä väliltä ${many(count, 'ryhmä', 'ryhmää')}`,
    more: ({ answers: count, on }) => `vielä ${whole(count)}${on ? `, noin ${on}` : ''}`,
    noGroups: 'Millään ryhmällä ei ole vastauksia tällä jaksolla.',
    barAlternative: ({ name, value, range }) => `${name}: ${value}, ${range}`,
  },
  role: {
    'contact-person': 'Yhteyshenkilöt',
    payer: 'Maksajat',
    'end-user': 'Käyttäjät',
    'decision-maker': 'Päättäjät',
    'decision-maker-and-contact-person': 'Molemmat samassa',
    '': 'Rooli ei tiedossa',
  },
  person: {
    'contact-person': 'yhteyshenkilö',
    payer: 'maksaja',
    'end-user': 'käyttäjä',
    'decision-maker': 'päättäjä',
    'decision-maker-and-contact-person': 'päättäjä ja yhteyshenkilö',
  },
  channel: {
    email: 'Sähköposti',
    sms: 'Tekstiviesti',
    'text message': 'Tekstiviesti',
    web: 'Verkko',
    phone: 'Puhelin',
    api: 'Rajapinta',
    file: 'Tiedosto',
    '': 'Kanava ei tiedossa',
  },
  notKnown: 'ei tiedossa',
  comments: {
    title: (name) => `${name}: vastaajien sanoin`,
    counts: ({ withComment, responses, inside }) =>
      `Kommentti oli ${inside} mukana ${whole(withComment)} vastauksessa ${whole(responses)}:sta.`,
    quote: ({ score, role, day }) => [score && `Arvosana ${score}`, role, day].filter(Boolean).join(', '),
    readAll: (count) => `Näytä kaikki ${answers(count)}`,
    mark: ['”', '”'],
  },
  coverage: {
    title: (share) => `${share}:lla liikevaihdosta on tuore päättäjän ääni`,
    subtitle: (revenue, accounts) =>
      `Osuus vuosiliikevaihdosta (${revenue}, ${many(accounts, 'asiakkuus', 'asiakkuutta')}) sen mukaan, milloin päättäjä tai maksaja viimeksi vastasi. Tuntematon ei ole koskaan turvassa.`,
    fresh: (since, share, revenue) => `Kuultu ${since} jälkeen ${share}, ${revenue}`,
    older: (share, revenue) => `Vanhempi ${share}, ${revenue}`,
    never: (share, revenue, accounts) =>
      `Ei koskaan kuultu ${share}, ${revenue}, ${many(accounts, 'asiakkuus', 'asiakkuutta')}`,
    without: (accounts) =>
      `${many(accounts, 'asiakkuus', 'asiakkuutta')}, joiden liikevaihto ei ole tiedossa, ${accounts === 1 ? 'jää' : 'jäävät'} osuuksien ulkopuolelle.`,
    goal: (share) => `Tavoite ${share}`,
    alternative: ({ fresh, older, never, goal }) =>
      `Tuore ${fresh}, vanhempi ${older}, ei koskaan kuultu ${never}; tavoite ${goal}`,
  },
  how: {
    title: 'Miten tämä laskettiin?',
    rows: 'Näytä rivit',
    definition: 'Määritelmä',
    answers: 'Laskettu',
    answersValue: ({ n, respondents, accounts }) =>
      `${answers(n)}, ${many(respondents, 'vastaaja', 'vastaajaa')}, ${many(accounts, 'asiakkuus', 'asiakkuutta')}`,
    design: 'Saman asiakkuuden vastaukset',
    designValue: ({ effect, effective }) =>
      `muistuttavat toisiaan: asetelmakerroin ${effect}, joten ne painavat kuin ${effective} riippumatonta`,
    noDesign: 'oletettu riippumattomiksi',
    interval: 'Luottamusväli',
    comparison: 'Muutos',
    comparisonValue: ({ method, p, adjusted, tested }) =>
      `${method}; p ${p} yksin${tested > 1 ? `, ${adjusted} yhdessä, kun testattuja muutoksia on ${whole(tested)} (Holm)` : ''}`,
    detectable: 'Pienin näkyvä muutos',
    detectableValue: (size) => `${size}, neljästi viidestä`,
    detectableNone: 'mikä tahansa asteikon sallima muutos olisi liian pieni',
    tested: (tested) => `Taulukossa on ${many(tested, 'vertailu', 'vertailua')}, testattu yhdessä (Holm).`,
    window: 'Aikaväli',
    windowValue: ({ from, to, zone }) => `${from} – ${to}, päivät aikavyöhykkeellä ${zone}`,
    methods: 'Kaavat ja lähteet (englanniksi)',
  },
};
