import type { Verdict } from '../../inference/index.ts';
import type { Language } from '../../present/index.ts';

type Group = 'early' | 'late' | 'reminded' | '0' | '1' | '2' | '3' | 'answered' | 'clicked';

export interface PersuasionWords {
  title: string;
  lead: string;
  none: string;
  table: Readonly<Record<'timing' | 'steps' | 'channels' | 'intents', string>>;
  head: Readonly<Record<'group' | 'answers' | 'score' | 'beside', string>>;
  group: Readonly<Record<Group, string>>;
  earlyNote: (days: string) => string;
  basis: string;
  beside: Readonly<Record<Verdict, string>>;
  all: (score: string, range: string, answers: string) => string;
  unreminded: (score: string, range: string) => string;
  withClicks: (score: string, range: string) => string;
  caution: string;
  cut: (answers: string) => string;
  hidden: string;
  variants: string;
  variantHead: Readonly<Record<'variant' | 'sent' | 'rate' | 'beside', string>>;
  inUse: string;
  variantBeside: Readonly<Record<Verdict, string>>;
  stillOpen: (open: string) => string;
  draws: string;
  drawsLead: string;
  drawName: string;
  winners: string;
  makeDraw: string;
  takesPart: (entrants: string, winners: string) => string;
  hash: string;
  seed: string;
  seedHint: string;
  run: string;
  drawnBy: (seed: string, at: string) => string;
  showWinners: string;
}

const en: PersuasionWords = {
  title: 'What persuading did to the score',
  lead: 'Whoever had to be waited for or reminded is the nearest there is to those who never answered. Where they answer otherwise, the score depends on how hard one asks.',
  none: 'Not enough answers to look at yet.',
  table: {
    timing: 'Early, late and reminded',
    steps: 'After how many messages',
    channels: 'By channel',
    intents: 'With first clicks in the mail',
  },
  head: { group: 'Group', answers: 'Answers', score: 'Score', beside: 'Beside the first' },
  group: {
    early: 'early',
    late: 'late, without a reminder',
    reminded: 'after a reminder',
    '0': 'the first message',
    '1': 'one reminder',
    '2': 'two reminders',
    '3': 'three reminders',
    answered: 'answered',
    clicked: 'clicked a score and went no further',
  },
  earlyNote: (days) => `Early is within ${days} days, as half of those were who needed no reminder.`,
  basis: 'compared with',
  beside: {
    rose: 'higher',
    fell: 'lower',
    'no evidence of change': 'no evidence of a difference',
    'not enough data': 'not enough answers',
  },
  all: (score, range, answers) => `All ${answers} answers: ${score} (${range}).`,
  unreminded: (score, range) => `Without those that reminders brought: ${score} (${range}).`,
  withClicks: (score, range) =>
    `With the clicks counted as if they were answers: ${score} (${range}). They are in no other figure.`,
  caution:
    'People chose themselves when and how they answered, so a difference says who answers there, not that the reminder changed anybody’s mind.',
  cut: (answers) => `The latest ${answers} answers.`,
  hidden: 'Groups that are too small to be shown are left out.',
  variants: 'Which wording or hour brings more answers',
  variantHead: { variant: 'Variant', sent: 'Sent, time over', rate: 'Answered', beside: 'Beside the one in use' },
  inUse: 'in use',
  variantBeside: {
    rose: 'brings more answers',
    fell: 'brings fewer answers',
    'no evidence of change': 'no evidence of a difference',
    'not enough data': 'too few sent',
  },
  stillOpen: (open) =>
    `${open} invitations can still be answered and are not counted yet. Judge once, when they have ended: whoever looks every day finds differences that are none.`,
  draws: 'Draws',
  drawsLead:
    'Everybody who answered takes part once, under a ticket that no answer refers to. Publish the hash of the list first; the seed is something of a later day that everybody can look up.',
  drawName: 'What is drawn',
  winners: 'Winners',
  makeDraw: 'Fix the list',
  takesPart: (entrants, winners) => `${entrants} take part, ${winners} win`,
  hash: 'Hash of the list',
  seed: 'Public seed',
  seedHint: 'For example the closing figure of an exchange on a day that you named before.',
  run: 'Draw',
  drawnBy: (seed, at) => `Drawn by the seed “${seed}” on ${at}.`,
  showWinners: 'Who won',
};

const fi: PersuasionWords = {
  title: 'Mitä suostuttelu teki tulokselle',
  lead: 'Ne, joita piti odottaa tai muistuttaa, ovat lähimpänä niitä, jotka eivät vastanneet lainkaan. Jos he vastaavat toisin, tulos riippuu siitä, kuinka sitkeästi kysytään.',
  none: 'Vastauksia ei ole vielä tarpeeksi.',
  table: {
    timing: 'Varhaiset, myöhäiset ja muistutetut',
    steps: 'Monenko viestin jälkeen',
    channels: 'Kanavittain',
    intents: 'Sähköpostin ensiklikkausten kanssa',
  },
  head: { group: 'Ryhmä', answers: 'Vastauksia', score: 'Tulos', beside: 'Ensimmäiseen verrattuna' },
  group: {
    early: 'varhaiset',
    late: 'myöhäiset, ilman muistutusta',
    reminded: 'muistutuksen jälkeen',
    '0': 'ensimmäinen viesti',
    '1': 'yksi muistutus',
    '2': 'kaksi muistutusta',
    '3': 'kolme muistutusta',
    answered: 'vastasivat',
    clicked: 'klikkasivat arvosanaa, mutta eivät jatkaneet',
  },
  earlyNote: (days) => `Varhainen vastasi ${days} päivässä, kuten puolet niistä, joita ei tarvinnut muistuttaa.`,
  basis: 'verrattuna',
  beside: {
    rose: 'korkeampi',
    fell: 'matalampi',
    'no evidence of change': 'ei näyttöä erosta',
    'not enough data': 'liian vähän vastauksia',
  },
  all: (score, range, answers) => `Kaikki ${answers} vastausta: ${score} (${range}).`,
  unreminded: (score, range) => `Ilman muistutusten tuomia: ${score} (${range}).`,
  withClicks: (score, range) =>
    `Jos klikkaukset laskettaisiin vastauksiksi: ${score} (${range}). Muissa luvuissa ne eivät ole.`,
  caution:
    'Vastaajat valitsivat itse, milloin ja miten vastasivat. Ero kertoo, ketkä silloin vastaavat, ei sitä, että muistutus olisi muuttanut kenenkään mieltä.',
  cut: (answers) => `Viimeisimmät ${answers} vastausta.`,
  hidden: 'Liian pienet ryhmät on jätetty pois.',
  variants: 'Mikä sanamuoto tai kellonaika tuo enemmän vastauksia',
  variantHead: {
    variant: 'Vaihtoehto',
    sent: 'Lähetetty, aika päättynyt',
    rate: 'Vastannut',
    beside: 'Käytössä olevaan verrattuna',
  },
  inUse: 'käytössä',
  variantBeside: {
    rose: 'tuo enemmän vastauksia',
    fell: 'tuo vähemmän vastauksia',
    'no evidence of change': 'ei näyttöä erosta',
    'not enough data': 'lähetetty liian vähän',
  },
  stillOpen: (open) =>
    `${open} kutsuun voi vielä vastata, eikä niitä ole laskettu mukaan. Arvioi kerran, kun ne ovat päättyneet: joka päivä katsova löytää eroja, joita ei ole.`,
  draws: 'Arvonnat',
  drawsLead:
    'Jokainen vastannut on mukana kerran, arvalla, johon mikään vastaus ei viittaa. Julkaise ensin listan tiiviste; siemen on jotakin myöhemmältä päivältä, jonka kuka tahansa voi tarkistaa.',
  drawName: 'Mitä arvotaan',
  winners: 'Voittajia',
  makeDraw: 'Lukitse lista',
  takesPart: (entrants, winners) => `${entrants} mukana, ${winners} voittaa`,
  hash: 'Listan tiiviste',
  seed: 'Julkinen siemen',
  seedHint: 'Esimerkiksi pörssin päätöskurssi päivänä, jonka ilmoitit etukäteen.',
  run: 'Arvo',
  drawnBy: (seed, at) => `Arvottu siemenellä ”${seed}” ${at}.`,
  showWinners: 'Ketkä voittivat',
};

const sv: PersuasionWords = {
  title: 'Vad övertalningen gjorde med resultatet',
  lead: 'De som man fick vänta på eller påminna liknar mest dem som aldrig svarade. Svarar de annorlunda beror resultatet på hur ihärdigt man frågar.',
  none: 'Det finns inte tillräckligt med svar ännu.',
  table: {
    timing: 'Tidiga, sena och påminda',
    steps: 'Efter hur många meddelanden',
    channels: 'Per kanal',
    intents: 'Med första klick i mejlet',
  },
  head: { group: 'Grupp', answers: 'Svar', score: 'Resultat', beside: 'Jämfört med den första' },
  group: {
    early: 'tidiga',
    late: 'sena, utan påminnelse',
    reminded: 'efter en påminnelse',
    '0': 'första meddelandet',
    '1': 'en påminnelse',
    '2': 'två påminnelser',
    '3': 'tre påminnelser',
    answered: 'svarade',
    clicked: 'klickade på ett betyg men gick inte vidare',
  },
  earlyNote: (days) => `Tidig är inom ${days} dagar, som hälften av dem som inte behövde påminnas.`,
  basis: 'jämfört med',
  beside: {
    rose: 'högre',
    fell: 'lägre',
    'no evidence of change': 'inga belägg för en skillnad',
    'not enough data': 'för få svar',
  },
  all: (score, range, answers) => `Alla ${answers} svar: ${score} (${range}).`,
  unreminded: (score, range) => `Utan dem som påminnelser gav: ${score} (${range}).`,
  withClicks: (score, range) =>
    `Om klicken räknades som svar: ${score} (${range}). De ingår inte i några andra siffror.`,
  caution:
    'De som svarade valde själva när och hur, så en skillnad säger vilka som svarar då, inte att påminnelsen ändrade någons åsikt.',
  cut: (answers) => `De senaste ${answers} svaren.`,
  hidden: 'Grupper som är för små för att visas är utelämnade.',
  variants: 'Vilken ordalydelse eller tid som ger fler svar',
  variantHead: {
    variant: 'Variant',
    sent: 'Skickade, tiden ute',
    rate: 'Svarat',
    beside: 'Jämfört med den som används',
  },
  inUse: 'används',
  variantBeside: {
    rose: 'ger fler svar',
    fell: 'ger färre svar',
    'no evidence of change': 'inga belägg för en skillnad',
    'not enough data': 'för få skickade',
  },
  stillOpen: (open) =>
    `${open} inbjudningar kan ännu besvaras och räknas inte med. Bedöm en gång, när de har avslutats: den som tittar varje dag hittar skillnader som inte finns.`,
  draws: 'Lottningar',
  drawsLead:
    'Alla som har svarat deltar en gång, med en lott som inget svar hänvisar till. Publicera först listans hash; fröet är något från en senare dag som vem som helst kan slå upp.',
  drawName: 'Vad som lottas ut',
  winners: 'Vinnare',
  makeDraw: 'Lås listan',
  takesPart: (entrants, winners) => `${entrants} deltar, ${winners} vinner`,
  hash: 'Listans hash',
  seed: 'Offentligt frö',
  seedHint: 'Till exempel en börs slutkurs en dag som du har angett i förväg.',
  run: 'Lotta',
  drawnBy: (seed, at) => `Lottad med fröet ”${seed}” ${at}.`,
  showWinners: 'Vilka som vann',
};

export const persuasionWords: Readonly<Record<Language, PersuasionWords>> = { en, fi, sv };
