import type { Language } from '../../present/index.ts';

interface PersonRequestWords {
  readonly title: string;
  readonly lead: string;
  readonly who: string;
  readonly whoHint: string;
  readonly find: string;
  readonly nobody: string;
  readonly many: string;
  readonly head: {
    readonly person: string;
    readonly accounts: string;
    readonly soFar: string;
    readonly state: string;
    readonly act: string;
  };
  readonly soFar: (asked: string, answers: string) => string;
  readonly erasedName: string;
  readonly noName: string;
  readonly may: string;
  readonly objected: string;
  readonly erased: string;
  readonly see: string;
  readonly object: string;
  readonly objectSure: (name: string) => string;
  readonly erase: string;
  readonly eraseSure: (name: string) => string;
  readonly done: { readonly objected: string; readonly erased: string };
}

export const personRequestWords: Readonly<Record<Language, PersonRequestWords>> = {
  en: {
    title: 'Requests of persons',
    lead: 'Somebody wants to see what is kept of him, wants no more questions, or wants to be forgotten.',
    who: 'Who is it?',
    whoHint:
      'E-mail address, telephone number with its country code, customer id, or at least three letters of a name.',
    find: 'Find',
    nobody: 'Nobody is known by that.',
    many: 'Only the first 20 are shown. Say more exactly who it is.',
    head: {
      person: 'Person',
      accounts: 'Accounts',
      soFar: 'So far',
      state: 'State',
      act: 'What he wants',
    },
    soFar: (asked, answers) => `invitations ${asked}, answers ${answers}`,
    erasedName: 'Erased person',
    noName: 'No name on record',
    may: 'may be asked',
    objected: 'is not asked',
    erased: 'erased',
    see: 'Everything as a file',
    object: 'Never ask again',
    objectSure: (name) => `No channel asks ${name} again, and what is planned is cancelled. Go on?`,
    erase: 'Erase',
    eraseSure: (name) =>
      `Name, addresses and words of ${name} are erased for good. Scores stay as nobody’s, so no figure changes. Go on?`,
    done: { objected: 'Is not asked again.', erased: 'Erased.' },
  },
  fi: {
    title: 'Rekisteröityjen pyynnöt',
    lead: 'Joku haluaa nähdä, mitä hänestä on tallennettu, ei halua enää kyselyitä tai haluaa tulla unohdetuksi.',
    who: 'Kuka hän on?',
    whoHint: 'Sähköpostiosoite, puhelinnumero maatunnuksineen, asiakastunnus tai nimestä vähintään kolme kirjainta.',
    find: 'Hae',
    nobody: 'Tällä ei löydy ketään.',
    many: 'Näytetään vain 20 ensimmäistä. Tarkenna, kenestä on kyse.',
    head: {
      person: 'Henkilö',
      accounts: 'Asiakkuudet',
      soFar: 'Tähän asti',
      state: 'Tila',
      act: 'Mitä hän haluaa',
    },
    soFar: (asked, answers) => `kutsuja ${asked}, vastauksia ${answers}`,
    erasedName: 'Poistettu henkilö',
    noName: 'Nimeä ei ole tiedossa',
    may: 'saa kysyä',
    objected: 'ei kysytä',
    erased: 'poistettu',
    see: 'Kaikki tiedostona',
    object: 'Älä kysy enää',
    objectSure: (name) => `${name} ei saa enää kyselyitä mitään kautta, ja suunnitellut perutaan. Jatketaanko?`,
    erase: 'Poista tiedot',
    eraseSure: (name) =>
      `Henkilön ${name} nimi, osoitteet ja sanalliset vastaukset poistetaan pysyvästi. Arvosanat jäävät nimettöminä, joten mikään luku ei muutu. Jatketaanko?`,
    done: { objected: 'Hänelle ei enää lähetetä kyselyitä.', erased: 'Poistettu.' },
  },
  sv: {
    title: 'Begäran från registrerade',
    lead: 'Någon vill se vad som sparats om hen, vill inte ha fler frågor eller vill bli bortglömd.',
    who: 'Vem är det?',
    whoHint: 'E-postadress, telefonnummer med landskod, kund-id eller minst tre bokstäver av ett namn.',
    find: 'Sök',
    nobody: 'Ingen hittades.',
    many: 'Bara de 20 första visas. Ange tydligare vem det gäller.',
    head: {
      person: 'Person',
      accounts: 'Kunder',
      soFar: 'Hittills',
      state: 'Läge',
      act: 'Vad personen vill',
    },
    soFar: (asked, answers) => `inbjudningar ${asked}, svar ${answers}`,
    erasedName: 'Raderad person',
    noName: 'Inget namn är känt',
    may: 'får tillfrågas',
    objected: 'tillfrågas inte',
    erased: 'raderad',
    see: 'Allt som fil',
    object: 'Fråga aldrig mer',
    objectSure: (name) => `Ingen kanal frågar ${name} igen, och det som planerats ställs in. Fortsätta?`,
    erase: 'Radera',
    eraseSure: (name) =>
      `Namn, adresser och ord från ${name} raderas för gott. Betygen blir kvar utan person, så ingen siffra ändras. Fortsätta?`,
    done: { objected: 'Tillfrågas inte igen.', erased: 'Raderad.' },
  },
};
