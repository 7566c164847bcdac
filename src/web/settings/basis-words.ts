import type { Language } from '../../present/index.ts';

interface BasisWords {
  readonly title: string;
  readonly lead: string;
  readonly email: string;
  readonly sms: string;
  readonly none: string;
  readonly save: string;
}

/** The words of the settings of legal bases. */
export const basisWords: Readonly<Record<Language, BasisWords>> = {
  en: {
    title: 'Why people may be written to',
    lead: 'For people who have no legal basis of their own on record. Without one nobody of them is asked by that channel, and the list of who was not asked says so. Some countries count a survey by e-mail as advertising and want consent.',
    email: 'By e-mail',
    sms: 'By SMS',
    none: 'nobody is written to without a basis of their own',
    save: 'Save',
  },
  fi: {
    title: 'Millä perusteella ihmisille saa kirjoittaa',
    lead: 'Koskee ihmisiä, joille ei ole kirjattu omaa oikeusperustetta. Ilman perustetta heiltä ei kysytä kyseisessä kanavassa, ja se näkyy niiden luettelossa, joilta ei kysytty. Joissakin maissa sähköpostikysely on mainontaa ja vaatii suostumuksen.',
    email: 'Sähköpostilla',
    sms: 'Tekstiviestillä',
    none: 'ilman omaa perustetta ei kirjoiteta kenellekään',
    save: 'Tallenna',
  },
  sv: {
    title: 'Varför man får skriva till människor',
    lead: 'För dem som inte har en egen rättslig grund registrerad. Utan grund frågas ingen av dem i den kanalen, och listan över dem som inte frågades säger det. I vissa länder räknas en enkät per e-post som reklam och kräver samtycke.',
    email: 'Per e-post',
    sms: 'Per sms',
    none: 'ingen utan egen grund får meddelanden',
    save: 'Spara',
  },
};
