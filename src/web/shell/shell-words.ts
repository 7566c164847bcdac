import type { Language } from '../../present/index.ts';
import type { Role } from '../api/me.ts';

/** The words around every page. */
export interface ShellWords {
  skip: string;
  languageLabel: string;
  main: string;
  pages: Readonly<
    Record<'overview' | 'why' | 'responses' | 'programme' | 'collect' | 'imports' | 'settings' | 'file', string>
  >;
  workspace: string;
  newWorkspace: string;
  more: string;
  signOut: string;
  signIn: string;
  signedInAs: (name: string, role: string) => string;
  role: Readonly<Record<Role, string>>;
  demo: string;
  live: (answers: string, count: number, last: string | undefined) => string;
  liveWaiting: string;
  liveLost: string;
  liveLostSince: (time: string) => string;
  loading: string;
  notFoundTitle: string;
  notFound: string;
  notFoundLink: string;
  noWorkspaceTitle: string;
  noWorkspace: string;
  brokenTitle: string;
  broken: string;
  tryAgain: string;
  yes: string;
  no: string;
  failed: string;
}

const en: ShellWords = {
  skip: 'Skip to the content',
  languageLabel: 'Language',
  main: 'Main',
  pages: {
    overview: 'Overview',
    why: 'Why',
    responses: 'Responses',
    programme: 'Programme',
    collect: 'Collect',
    imports: 'Imports',
    settings: 'Settings',
    file: 'Judge a file',
  },
  workspace: 'Workspace',
  newWorkspace: 'New workspace',
  more: 'More',
  signOut: 'Sign out',
  signIn: 'Sign in',
  signedInAs: (name, role) => `${name}, ${role}`,
  role: { owner: 'owner', analyst: 'analyst', manager: 'manager', agent: 'agent', viewer: 'viewer' },
  demo: 'A simulated company',
  live: (answers, count, last) =>
    `Live: ${answers} ${count === 1 ? 'answer' : 'answers'} today${last ? `, last at ${last}` : ''}`,
  liveWaiting: 'Live: connecting',
  liveLost: 'Not live: the connection is lost. Trying again.',
  liveLostSince: (time) => `Not live since ${time}. Trying again.`,
  loading: 'Loading',
  notFoundTitle: 'Nothing is here',
  notFound: 'The address is wrong, or the page is not for you. Nothing was lost.',
  notFoundLink: 'To the first page',
  noWorkspaceTitle: 'No workspace yet',
  noWorkspace: 'You are signed in, but you belong to no workspace. Ask the owner of one for an invitation.',
  brokenTitle: 'This page has failed',
  broken: 'The fault is in the page, not in your data: nothing was lost. Try again; if it stays, load the page anew.',
  tryAgain: 'Try again',
  yes: 'Yes',
  no: 'No',
  failed: 'This did not work',
};

const fi: ShellWords = {
  skip: 'Siirry sisältöön',
  languageLabel: 'Kieli',
  main: 'Päävalikko',
  pages: {
    overview: 'Yleiskuva',
    why: 'Miksi',
    responses: 'Vastaukset',
    programme: 'Mittausohjelma',
    collect: 'Keruu',
    imports: 'Tuonnit',
    settings: 'Asetukset',
    file: 'Arvioi tiedosto',
  },
  workspace: 'Työtila',
  newWorkspace: 'Uusi työtila',
  more: 'Lisää',
  signOut: 'Kirjaudu ulos',
  signIn: 'Kirjaudu sisään',
  signedInAs: (name, role) => `${name}, ${role}`,
  role: {
    owner: 'omistaja',
    analyst: 'analyytikko',
    manager: 'esihenkilö',
    agent: 'asiakaspalvelija',
    viewer: 'lukija',
  },
  demo: 'Simuloitu yritys',
  live: (answers, count, last) =>
    `Reaaliaikainen: tänään ${answers} ${count === 1 ? 'vastaus' : 'vastausta'}${last ? `, viimeisin klo ${last}` : ''}`,
  liveWaiting: 'Reaaliaikainen: yhdistetään',
  liveLost: 'Ei reaaliaikainen: yhteys on poikki. Yritetään uudelleen.',
  liveLostSince: (time) => `Yhteys poikki klo ${time} alkaen. Yritetään uudelleen.`,
  loading: 'Ladataan',
  notFoundTitle: 'Täällä ei ole mitään',
  notFound: 'Osoite on väärä, tai sivu ei ole sinulle. Mitään ei kadonnut.',
  notFoundLink: 'Etusivulle',
  noWorkspaceTitle: 'Ei vielä työtilaa',
  noWorkspace: 'Olet kirjautunut, mutta et kuulu mihinkään työtilaan. Pyydä kutsu työtilan omistajalta.',
  brokenTitle: 'Sivu epäonnistui',
  broken: 'Vika on sivussa, ei tiedoissasi: mitään ei kadonnut. Yritä uudelleen; jos vika jää, lataa sivu uudestaan.',
  tryAgain: 'Yritä uudelleen',
  yes: 'Kyllä',
  no: 'Ei',
  failed: 'Tämä ei onnistunut',
};

const sv: ShellWords = {
  skip: 'Hoppa till innehållet',
  languageLabel: 'Språk',
  main: 'Huvudmeny',
  pages: {
    overview: 'Översikt',
    why: 'Varför',
    responses: 'Svar',
    programme: 'Mätprogram',
    collect: 'Insamling',
    imports: 'Importer',
    settings: 'Inställningar',
    file: 'Granska en fil',
  },
  workspace: 'Arbetsyta',
  newWorkspace: 'Ny arbetsyta',
  more: 'Mer',
  signOut: 'Logga ut',
  signIn: 'Logga in',
  signedInAs: (name, role) => `${name}, ${role}`,
  role: { owner: 'ägare', analyst: 'analytiker', manager: 'chef', agent: 'handläggare', viewer: 'läsare' },
  demo: 'Ett simulerat företag',
  live: (answers, _count, last) => `Direkt: ${answers} svar i dag${last ? `, det senaste ${last}` : ''}`,
  liveWaiting: 'Direkt: ansluter',
  liveLost: 'Inte direkt: anslutningen är bruten. Försöker igen.',
  liveLostSince: (time) => `Anslutningen bruten sedan ${time}. Försöker igen.`,
  loading: 'Laddar',
  notFoundTitle: 'Här finns inget',
  notFound: 'Adressen är fel, eller så är sidan inte för dig. Inget gick förlorat.',
  notFoundLink: 'Till första sidan',
  noWorkspaceTitle: 'Ingen arbetsyta än',
  noWorkspace: 'Du är inloggad men hör inte till någon arbetsyta. Be ägaren av en om en inbjudan.',
  brokenTitle: 'Sidan gick sönder',
  broken:
    'Felet ligger i sidan, inte i dina uppgifter: inget gick förlorat. Försök igen; ladda om sidan om felet är kvar.',
  tryAgain: 'Försök igen',
  yes: 'Ja',
  no: 'Nej',
  failed: 'Det gick inte',
};

export const shellWords: Readonly<Record<Language, ShellWords>> = { en, fi, sv };
