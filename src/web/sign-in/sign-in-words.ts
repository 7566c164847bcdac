import type { Language } from '../../present/index.ts';

/** The words of the ways in: sign-in, invitation, set-up. */
export interface SignInWords {
  signInTitle: string;
  signInLead: string;
  email: string;
  password: string;
  signIn: string;
  forgotten: string;
  forgottenText: string;
  forgottenDemo: string;
  judgeTitle: string;
  judgeText: string;
  judgeLink: string;
  joinTitle: (workspace: string) => string;
  joinLead: (email: string, role: string) => string;
  joinKnown: string;
  yourName: string;
  newPassword: string;
  passwordHint: string;
  ownerPasswordHint: string;
  language: string;
  join: string;
  setUpTitle: string;
  setUpLead: string;
  setUpOwner: string;
  workspaceName: string;
  slug: string;
  slugHint: string;
  timeZone: string;
  timeZoneHint: string;
  currency: string;
  currencyHint: string;
  setUp: string;
  ownerTitle: string;
  setUpCode: string;
  setUpCodeHint: string;
  firstTime: string;
}

const en: SignInWords = {
  signInTitle: 'Sign in',
  signInLead: 'Where does your programme stand? Sign in to see it.',
  email: 'E-mail',
  password: 'Password',
  signIn: 'Sign in',
  forgotten: 'Forgotten the password?',
  forgottenText: 'Whoever runs this server makes a new one: an owner can also invite you anew. No mail is sent.',
  forgottenDemo:
    'The password of the demo company was printed when it was made; “candor demo --new-password” makes another.',
  judgeTitle: 'Without signing in',
  judgeText: 'Drop an export of your survey tool and read whether it ever held a signal. The file is not kept.',
  judgeLink: 'Judge a file',
  joinTitle: (workspace) => `Join ${workspace}`,
  joinLead: (email, role) => `You are invited as ${email}, in the role of ${role}.`,
  joinKnown: 'If this address already signs in here, give the password you have: it is not changed.',
  yourName: 'Your name',
  newPassword: 'Password',
  passwordHint: 'At least 10 characters. A sentence is easier to remember than signs.',
  ownerPasswordHint: 'At least 12 characters. A sentence is easier to remember than signs.',
  language: 'Language',
  join: 'Join',
  setUpTitle: 'Set up a workspace',
  setUpLead:
    'A workspace is one company: its answers, accounts and people. It stands beside the demo and shares nothing with it.',
  setUpOwner: 'You become its owner.',
  workspaceName: 'Name',
  slug: 'Short name for the address',
  slugHint: 'Lower-case letters, digits and hyphens. It stays.',
  timeZone: 'Time zone',
  timeZoneHint: 'Days, weeks and months are cut in it, for example Europe/Helsinki.',
  currency: 'Currency',
  currencyHint: 'Three letters, for example EUR.',
  setUp: 'Set up',
  ownerTitle: 'You, its owner',
  setUpCode: 'Set-up code',
  setUpCodeHint: 'Printed where the server was started. Not needed on that machine itself.',
  firstTime: 'Nobody has an account here yet? Set up the first workspace',
};

const fi: SignInWords = {
  signInTitle: 'Kirjaudu sisään',
  signInLead: 'Missä mittausohjelmasi on menossa? Kirjaudu katsomaan.',
  email: 'Sähköposti',
  password: 'Salasana',
  signIn: 'Kirjaudu sisään',
  forgotten: 'Unohtuiko salasana?',
  forgottenText: 'Palvelimen ylläpitäjä tekee uuden, tai omistaja kutsuu sinut uudelleen. Sähköpostia ei lähetetä.',
  forgottenDemo:
    'Esimerkkiyrityksen salasana tulostettiin, kun yritys luotiin; ”candor demo --new-password” tekee uuden.',
  judgeTitle: 'Ilman kirjautumista',
  judgeText: 'Pudota kyselytyökalusi vientitiedosto ja lue, oliko siinä koskaan signaalia. Tiedostoa ei säilytetä.',
  judgeLink: 'Arvioi tiedosto',
  joinTitle: (workspace) => `Liity työtilaan ${workspace}`,
  joinLead: (email, role) => `Sinut on kutsuttu osoitteella ${email}, roolina ${role}.`,
  joinKnown: 'Jos tällä osoitteella kirjaudutaan jo, anna nykyinen salasanasi: sitä ei muuteta.',
  yourName: 'Nimesi',
  newPassword: 'Salasana',
  passwordHint: 'Vähintään 10 merkkiä. Lause on helpompi muistaa kuin merkit.',
  ownerPasswordHint: 'Vähintään 12 merkkiä. Lause on helpompi muistaa kuin merkit.',
  language: 'Kieli',
  join: 'Liity',
  setUpTitle: 'Perusta työtila',
  setUpLead:
    'Työtila on yksi yritys: sen vastaukset, asiakkuudet ja ihmiset. Se on esimerkin vieressä eikä jaa mitään sen kanssa.',
  setUpOwner: 'Sinusta tulee sen omistaja.',
  workspaceName: 'Nimi',
  slug: 'Lyhyt nimi osoitetta varten',
  slugHint: 'Pieniä kirjaimia, numeroita ja yhdysmerkkejä. Sitä ei voi muuttaa.',
  timeZone: 'Aikavyöhyke',
  timeZoneHint: 'Päivät, viikot ja kuukaudet katkeavat sen mukaan, esimerkiksi Europe/Helsinki.',
  currency: 'Valuutta',
  currencyHint: 'Kolme kirjainta, esimerkiksi EUR.',
  setUp: 'Perusta',
  ownerTitle: 'Sinä, sen omistaja',
  setUpCode: 'Perustamiskoodi',
  setUpCodeHint: 'Tulostettu sinne, missä palvelin käynnistettiin. Samalla koneella sitä ei tarvita.',
  firstTime: 'Eikö kenelläkään ole vielä tunnusta? Perusta ensimmäinen työtila',
};

const sv: SignInWords = {
  signInTitle: 'Logga in',
  signInLead: 'Var står ditt mätprogram? Logga in och se.',
  email: 'E-post',
  password: 'Lösenord',
  signIn: 'Logga in',
  forgotten: 'Glömt lösenordet?',
  forgottenText: 'Den som driver servern gör ett nytt, eller så bjuder en ägare in dig igen. Ingen e-post skickas.',
  forgottenDemo: 'Exempelföretagets lösenord skrevs ut när det skapades; ”candor demo --new-password” gör ett nytt.',
  judgeTitle: 'Utan att logga in',
  judgeText: 'Släpp en export från ditt enkätverktyg och läs om den någonsin höll en signal. Filen sparas inte.',
  judgeLink: 'Granska en fil',
  joinTitle: (workspace) => `Gå med i ${workspace}`,
  joinLead: (email, role) => `Du är inbjuden som ${email}, i rollen ${role}.`,
  joinKnown: 'Om adressen redan loggar in här anger du lösenordet du har: det ändras inte.',
  yourName: 'Ditt namn',
  newPassword: 'Lösenord',
  passwordHint: 'Minst 10 tecken. En mening är lättare att minnas än tecken.',
  ownerPasswordHint: 'Minst 12 tecken. En mening är lättare att minnas än tecken.',
  language: 'Språk',
  join: 'Gå med',
  setUpTitle: 'Skapa en arbetsyta',
  setUpLead:
    'En arbetsyta är ett företag: dess svar, kunder och människor. Den står bredvid exemplet och delar inget med det.',
  setUpOwner: 'Du blir dess ägare.',
  workspaceName: 'Namn',
  slug: 'Kort namn för adressen',
  slugHint: 'Små bokstäver, siffror och bindestreck. Det går inte att ändra.',
  timeZone: 'Tidszon',
  timeZoneHint: 'Dagar, veckor och månader skärs i den, till exempel Europe/Helsinki.',
  currency: 'Valuta',
  currencyHint: 'Tre bokstäver, till exempel EUR.',
  setUp: 'Skapa',
  ownerTitle: 'Du, dess ägare',
  setUpCode: 'Startkod',
  setUpCodeHint: 'Utskriven där servern startades. Behövs inte på den datorn.',
  firstTime: 'Har ingen ett konto här än? Skapa den första arbetsytan',
};

export const signInWords: Readonly<Record<Language, SignInWords>> = { en, fi, sv };
