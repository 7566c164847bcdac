import type { Language } from '../../present/index.ts';
import type { SurveyLevel } from '../../view/index.ts';

export interface ResponsesWords {
  title: string;
  question: string;
  back: string;
  counts: (facts: {
    level: SurveyLevel;
    responses: string;
    answers: string;
    respondents: string;
    accounts: string;
  }) => string;
  neverAdded: string;
  none: string;
  loading: string;
  head: { day: string; score: string; said: string; where: string; who: string };
  noComment: string;
  anonymous: string;
  more: (shown: string) => string;
  all: (shown: string) => string;
  exportLead: string;
  forbidden: string;
}

const en: ResponsesWords = {
  title: 'Responses',
  question: 'Which answers are these?',
  back: 'Back to the overview',
  counts: ({ level, responses, answers, respondents, accounts }) =>
    `${{ relationship: 'Relationship', encounter: 'Encounters' }[level]}: ${responses} responses by ${respondents} respondents of ${accounts} accounts; ${answers} of them answer this metric.`,
  neverAdded: 'The two levels are never added together.',
  none: 'No response fits these filters.',
  loading: 'The rows are being read.',
  head: { day: 'Day', score: 'Score', said: 'In their words', where: 'Where', who: 'Who' },
  noComment: 'no comment',
  anonymous: 'anonymous',
  more: (shown) => `Show more; ${shown} are shown`,
  all: (shown) => `All ${shown} rows are shown.`,
  exportLead: 'Take these rows with you:',
  forbidden: 'Your role sees figures, but no single responses. An owner can change your role.',
};

const fi: ResponsesWords = {
  title: 'Vastaukset',
  question: 'Mitkä vastaukset nämä ovat?',
  back: 'Takaisin yleiskuvaan',
  counts: ({ level, responses, answers, respondents, accounts }) =>
    `${{ relationship: 'Asiakassuhde', encounter: 'Kohtaamiset' }[level]}: vastauskertoja ${responses}, vastaajia ${respondents}, asiakkuuksia ${accounts}; tähän mittariin vastattiin ${answers} kertaa.`,
  neverAdded: 'Tasoja ei koskaan lasketa yhteen.',
  none: 'Mikään vastaus ei sovi näihin suodattimiin.',
  loading: 'Rivejä luetaan.',
  head: { day: 'Päivä', score: 'Arvosana', said: 'Vastaajan sanoin', where: 'Missä', who: 'Kuka' },
  noComment: 'ei kommenttia',
  anonymous: 'nimetön',
  more: (shown) => `Näytä lisää; näkyvissä ${shown}`,
  all: (shown) => `Kaikki ${shown} riviä näkyvissä.`,
  exportLead: 'Ota nämä rivit mukaasi:',
  forbidden: 'Roolisi näkee luvut muttei yksittäisiä vastauksia. Omistaja voi vaihtaa roolisi.',
};

const sv: ResponsesWords = {
  title: 'Svar',
  question: 'Vilka svar är det här?',
  back: 'Tillbaka till översikten',
  counts: ({ level, responses, answers, respondents, accounts }) =>
    `${{ relationship: 'Kundrelation', encounter: 'Kundmöten' }[level]}: ${responses} svarstillfällen, ${respondents} svarande hos ${accounts} kunder; ${answers} av dem svarar på det här måttet.`,
  neverAdded: 'De två nivåerna läggs aldrig ihop.',
  none: 'Inget svar passar filtren.',
  loading: 'Raderna läses.',
  head: { day: 'Dag', score: 'Betyg', said: 'Med deras ord', where: 'Var', who: 'Vem' },
  noComment: 'ingen kommentar',
  anonymous: 'anonym',
  more: (shown) => `Visa fler; ${shown} visas`,
  all: (shown) => `Alla ${shown} rader visas.`,
  exportLead: 'Ta raderna med dig:',
  forbidden: 'Din roll ser siffror men inga enskilda svar. En ägare kan ändra din roll.',
};

export const responsesWords: Readonly<Record<Language, ResponsesWords>> = { en, fi, sv };
