import type { Language } from '../../present/index.ts';

interface PrivacyWords {
  readonly title: string;
  readonly lead: string;
  readonly missing: string;
  readonly controller: string;
  readonly controllerHint: string;
  readonly address: string;
  readonly contact: string;
  readonly contactHint: string;
  readonly save: string;
}

export const privacyWords: Readonly<Record<Language, PrivacyWords>> = {
  en: {
    title: 'Privacy notice',
    lead: 'Every page that respondents see links to a page that says who asks, what is kept and how to object.',
    missing: 'Until it is filled in, that page names the workspace only. The law wants a name and an address.',
    controller: 'Who is answerable',
    controllerHint: 'The organisation with its legal name.',
    address: 'Address',
    contact: 'Where to write to',
    contactHint: 'An e-mail address or a page, for those who want to see, mend or delete what is kept, or to object.',
    save: 'Save',
  },
  fi: {
    title: 'Tietosuojaseloste',
    lead: 'Jokaiselta vastaajan sivulta pääsee sivulle, joka kertoo, kuka kysyy, mitä tallennetaan ja miten kyselyt voi kieltää.',
    missing: 'Ennen kuin tämä on täytetty, sivulla on vain työtilan nimi. Laki vaatii nimen ja osoitteen.',
    controller: 'Rekisterinpitäjä',
    controllerHint: 'Organisaation virallinen nimi.',
    address: 'Osoite',
    contact: 'Mihin voi kirjoittaa',
    contactHint:
      'Sähköpostiosoite tai sivu niille, jotka haluavat nähdä, korjata tai poistaa tietojaan tai kieltää kyselyt.',
    save: 'Tallenna',
  },
  sv: {
    title: 'Dataskyddsinformation',
    lead: 'Varje sida som de svarande ser länkar till en sida som berättar vem som frågar, vad som sparas och hur man tackar nej.',
    missing: 'Innan det här är ifyllt nämner sidan bara arbetsytan. Lagen kräver namn och adress.',
    controller: 'Personuppgiftsansvarig',
    controllerHint: 'Organisationens officiella namn.',
    address: 'Adress',
    contact: 'Vart man skriver',
    contactHint: 'En e-postadress eller sida för den som vill se, rätta eller radera det som sparats eller tacka nej.',
    save: 'Spara',
  },
};
