import type { Language } from '../../present/index.ts';

export type Verdict = 'human' | 'scanner' | 'unknown';

export interface IntentsWords {
  title: string;
  question: string;
  lead: string;
  none: string;
  effectTitle: string;
  effectLead: (from: string, to: string) => string;
  effectNone: string;
  without: string;
  with: string;
  counted: (n: string) => string;
  within: (low: string, high: string) => string;
  clicks: (n: string) => string;
  listTitle: string;
  filter: string;
  all: string;
  head: Readonly<Record<'when' | 'score' | 'programme' | 'verdict' | 'why' | 'change', string>>;
  verdict: Readonly<Record<Verdict, string>>;
  byPerson: string;
  answered: string;
  reason: Readonly<Record<string, string>>;
  makeHuman: string;
  makeScanner: string;
  makeName: (step: string, score: number, when: string) => string;
  more: string;
}

const en: IntentsWords = {
  title: 'First clicks',
  question: 'Who clicked a score without sending it?',
  lead: 'Mail filters open every link, so a click is never an answer: it fills the form in, and only sending counts. Here is what was clicked, whom Candor takes for a program, and what the rule does to the score.',
  none: 'No score link was opened yet.',
  effectTitle: 'The score with and without',
  effectLead: (from, to) => `Of invitations sent ${from} to ${to}. Every figure of Candor is the one without.`,
  effectNone: 'There is nothing to compare yet: neither an answer nor a click of a person.',
  without: 'Answers only',
  with: 'With clicks of people',
  counted: (n) => `n ${n}`,
  within: (low, high) => `${low} to ${high}`,
  clicks: (n) => `${n} clicks more`,
  listTitle: 'Clicks',
  filter: 'Taken for',
  all: 'all',
  head: { when: 'When', score: 'Score', programme: 'Programme', verdict: 'Taken for', why: 'Why', change: 'Change' },
  verdict: { human: 'a person', scanner: 'a program', unknown: 'not clear' },
  byPerson: 'said by a member',
  answered: 'answered later',
  reason: {
    'several-scores': 'three scores or more within 10 seconds',
    honeypot: 'opened a link that nobody sees',
    'no-page-asked-for': 'asked for the head of the page only',
    'no-language': 'names no language',
    'known-robot': 'calls itself a robot',
    'fetched-ahead': 'fetched ahead',
    'soon-after-sending': 'within 20 seconds of sending',
  },
  makeHuman: 'It was a person',
  makeScanner: 'It was a program',
  makeName: (step, score, when) => `${step}: ${score}, ${when}`,
  more: 'Show more',
};

const fi: IntentsWords = {
  title: 'Ensiklikkaukset',
  question: 'Kuka klikkasi arvosanaa muttei lähettänyt sitä?',
  lead: 'Sähköpostisuodattimet avaavat jokaisen linkin, joten klikkaus ei ole koskaan vastaus: se täyttää lomakkeen, ja vain lähettäminen lasketaan. Tässä näet, mitä klikattiin, mitä Candor pitää ohjelmana ja miten sääntö vaikuttaa tulokseen.',
  none: 'Yhtään arvosanalinkkiä ei ole vielä avattu.',
  effectTitle: 'Tulos klikkausten kanssa ja ilman',
  effectLead: (from, to) => `Kutsut, jotka lähetettiin ${from}–${to}. Candorin luvuissa klikkauksia ei lasketa.`,
  effectNone: 'Vertailtavaa ei vielä ole: ei vastauksia eikä ihmisten klikkauksia.',
  without: 'Vain vastaukset',
  with: 'Ihmisten klikkausten kanssa',
  counted: (n) => `n ${n}`,
  within: (low, high) => `${low} – ${high}`,
  clicks: (n) => `${n} klikkausta lisää`,
  listTitle: 'Klikkaukset',
  filter: 'Tulkinta',
  all: 'kaikki',
  head: {
    when: 'Milloin',
    score: 'Arvosana',
    programme: 'Ohjelma',
    verdict: 'Tulkinta',
    why: 'Miksi',
    change: 'Muuta',
  },
  verdict: { human: 'ihminen', scanner: 'tietokoneohjelma', unknown: 'epäselvä' },
  byPerson: 'jäsenen ratkaisu',
  answered: 'vastasi myöhemmin',
  reason: {
    'several-scores': 'vähintään kolme arvosanaa 10 sekunnissa',
    honeypot: 'avasi linkin, jota kukaan ei näe',
    'no-page-asked-for': 'pyysi vain sivun otsakkeet',
    'no-language': 'ei ilmoita kieltä',
    'known-robot': 'kutsuu itseään robotiksi',
    'fetched-ahead': 'haki sivun ennakolta',
    'soon-after-sending': '20 sekunnin sisällä lähetyksestä',
  },
  makeHuman: 'Se oli ihminen',
  makeScanner: 'Se oli ohjelma',
  makeName: (step, score, when) => `${step}: ${score}, ${when}`,
  more: 'Näytä lisää',
};

const sv: IntentsWords = {
  title: 'Första klick',
  question: 'Vem klickade på ett betyg utan att skicka det?',
  lead: 'E-postfilter öppnar varje länk, så ett klick är aldrig ett svar: det fyller i formuläret, och bara det som skickas räknas. Här ser du vad som klickades, vad Candor tar för ett program och vad regeln gör med resultatet.',
  none: 'Ingen betygslänk har öppnats än.',
  effectTitle: 'Resultatet med och utan klick',
  effectLead: (from, to) => `Inbjudningar skickade ${from}–${to}. I Candors siffror räknas klicken inte.`,
  effectNone: 'Det finns inget att jämföra än: varken svar eller klick av människor.',
  without: 'Bara svar',
  with: 'Med människors klick',
  counted: (n) => `n ${n}`,
  within: (low, high) => `${low} till ${high}`,
  clicks: (n) => `${n} klick till`,
  listTitle: 'Klick',
  filter: 'Tolkas som',
  all: 'alla',
  head: { when: 'När', score: 'Betyg', programme: 'Mätprogram', verdict: 'Tolkas som', why: 'Varför', change: 'Ändra' },
  verdict: { human: 'en människa', scanner: 'ett program', unknown: 'oklart' },
  byPerson: 'en medlems beslut',
  answered: 'svarade senare',
  reason: {
    'several-scores': 'minst tre betyg inom 10 sekunder',
    honeypot: 'öppnade en länk som ingen ser',
    'no-page-asked-for': 'bad bara om sidans huvud',
    'no-language': 'anger inget språk',
    'known-robot': 'kallar sig robot',
    'fetched-ahead': 'hämtades i förväg',
    'soon-after-sending': 'inom 20 sekunder efter utskicket',
  },
  makeHuman: 'Det var en människa',
  makeScanner: 'Det var ett program',
  makeName: (step, score, when) => `${step}: ${score}, ${when}`,
  more: 'Visa fler',
};

export const intentsWords: Readonly<Record<Language, IntentsWords>> = { en, fi, sv };
