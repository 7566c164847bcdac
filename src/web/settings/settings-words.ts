import type { Language } from '../../present/index.ts';

type Scope = 'responses:write' | 'figures:read' | 'responses:read' | 'import:write' | 'export:read' | 'events:write';

export interface SettingsWords {
  title: string;
  onlyFor: (roles: string) => string;
  saved: string;
  you: {
    title: string;
    name: string;
    save: string;
    passwordTitle: string;
    present: string;
    password: string;
    passwordHint: string;
    changePassword: string;
    passwordChanged: string;
    everywhere: string;
    everywhereText: string;
  };
  workspace: {
    title: string;
    name: string;
    timeZone: string;
    timeZoneHint: string;
    currency: string;
    floor: string;
    floorHint: string;
    language: string;
    save: string;
    another: string;
  };
  members: {
    title: string;
    lead: string;
    name: string;
    email: string;
    role: string;
    since: string;
    remove: string;
    removeName: (name: string) => string;
    removeSure: (name: string) => string;
    disable: string;
    disableName: (name: string) => string;
    disableSure: (name: string) => string;
    enable: string;
    enableName: (name: string) => string;
    noAccess: (day: string) => string;
    invite: string;
    link: string;
    linkHint: string;
    copy: string;
    copied: string;
    open: string;
    until: (day: string) => string;
    withdraw: (email: string) => string;
  };
  keys: {
    title: string;
    lead: string;
    name: string;
    scopes: string;
    scope: Readonly<Record<Scope, string>>;
    make: string;
    made: string;
    madeHint: string;
    lastUsed: string;
    never: string;
    revoke: string;
    revokeName: (name: string) => string;
    revokeSure: (name: string) => string;
    revoked: (when: string) => string;
    expired: (when: string) => string;
    none: string;
  };
  metrics: {
    title: string;
    lead: string;
    none: string;
    make: string;
    key: string;
    keyHint: string;
    name: string;
    base: string;
    boxes: string;
    boxesHint: string;
    direction: string;
    higher: string;
    lower: string;
    questions: string;
    questionsHint: string;
    from: string;
    fromHint: string;
    newVersion: (name: string) => string;
    save: string;
    version: (version: number) => string;
    since: (day: string) => string;
    always: string;
    changed: (what: string) => string;
    same: string;
    what: { base: string; scale: string; boxes: string; direction: string; questions: string; name: string };
  };
}

const en: SettingsWords = {
  title: 'Settings',
  onlyFor: (roles) => `Only for: ${roles}.`,
  saved: 'Saved.',
  you: {
    title: 'You',
    name: 'Name',
    save: 'Save',
    passwordTitle: 'Password',
    present: 'Present password',
    password: 'New password',
    passwordHint: 'At least 10 characters, of owners 12. All other sessions end.',
    changePassword: 'Change the password',
    passwordChanged: 'The password is changed. All other sessions have ended.',
    everywhere: 'Sign out everywhere',
    everywhereText: 'Ends every session on every device, this one too.',
  },
  workspace: {
    title: 'Workspace',
    name: 'Name',
    timeZone: 'Time zone',
    timeZoneHint: 'Days are cut in it; it can be changed only while nothing was stored by it.',
    currency: 'Currency',
    floor: 'Small-group floor',
    floorHint: 'Groups with fewer respondents are not shown to those who may not see single people.',
    language: 'Language of the workspace',
    save: 'Save',
    another: 'Set up another workspace',
  },
  members: {
    title: 'Members',
    lead: 'Who may sign in here, and what they may do.',
    name: 'Name',
    email: 'E-mail',
    role: 'Role',
    since: 'Since',
    remove: 'Remove',
    removeName: (name) => `Remove ${name}`,
    removeSure: (name) => `Remove ${name}? What they did stays.`,
    disable: 'Take access away',
    disableName: (name) => `Take access away: ${name}`,
    disableSure: (name) => `Take the access of ${name} away? Their sessions end now; role and traces stay.`,
    enable: 'Give access back',
    enableName: (name) => `Give access back: ${name}`,
    noAccess: (day) => `no access since ${day}`,
    invite: 'Make an invitation',
    link: 'Link of the invitation',
    linkHint: 'It is shown once. Hand it over yourself: no mail is sent. It opens once.',
    copy: 'Copy',
    copied: 'Copied.',
    open: 'Open invitations',
    until: (day) => `until ${day}`,
    withdraw: (email) => `Withdraw the invitation of ${email}`,
  },
  keys: {
    title: 'API keys',
    lead: 'For programs that send answers or read figures. A key may only what it was made for.',
    name: 'What it is for',
    scopes: 'It may',
    scope: {
      'responses:write': 'send answers',
      'figures:read': 'read figures',
      'responses:read': 'read single responses',
      'import:write': 'import files',
      'export:read': 'export',
      'events:write': 'send events',
    },
    make: 'Make a key',
    made: 'The new key',
    madeHint: 'It is shown once and kept nowhere in this form. Copy it now.',
    lastUsed: 'Last used',
    never: 'never',
    revoke: 'Revoke',
    revokeName: (name) => `Revoke ${name}`,
    revokeSure: (name) => `Revoke ${name}? Programs that use it are refused from now on.`,
    revoked: (when) => `revoked ${when}`,
    expired: (when) => `expired ${when}`,
    none: 'No key yet.',
  },
  metrics: {
    title: 'Own metrics',
    lead: 'A definition is never rewritten: a change is a new version from a day on, drawn as a break in every trend.',
    none: 'No metric of your own yet. NPS, CSAT and CES need none.',
    make: 'Define a metric',
    key: 'Short name for addresses',
    keyHint: 'Lower-case letters, digits and hyphens. It stays.',
    name: 'Name',
    base: 'Computed as',
    boxes: 'Best answers that count',
    boxesHint: 'For a share of best answers: how many of the highest.',
    direction: 'Better is',
    higher: 'a higher score',
    lower: 'a lower score',
    questions: 'Questions',
    questionsHint: 'All on one scale.',
    from: 'In force from',
    fromHint: 'Changes across this day are not tested.',
    newVersion: (name) => `New version of ${name}`,
    save: 'Save',
    version: (version) => `Version ${version}`,
    since: (day) => `from ${day}`,
    always: 'from the beginning',
    changed: (what) => `Changed: ${what}.`,
    same: 'Nothing that is computed changed.',
    what: {
      base: 'computation',
      scale: 'scale',
      boxes: 'best answers that count',
      direction: 'direction',
      questions: 'questions',
      name: 'name',
    },
  },
};

const fi: SettingsWords = {
  title: 'Asetukset',
  onlyFor: (roles) => `Vain rooleille: ${roles}.`,
  saved: 'Tallennettu.',
  you: {
    title: 'Sinä',
    name: 'Nimi',
    save: 'Tallenna',
    passwordTitle: 'Salasana',
    present: 'Nykyinen salasana',
    password: 'Uusi salasana',
    passwordHint: 'Vähintään 10 merkkiä, omistajilla 12. Kaikki muut istunnot päättyvät.',
    changePassword: 'Vaihda salasana',
    passwordChanged: 'Salasana on vaihdettu. Kaikki muut istunnot päättyivät.',
    everywhere: 'Kirjaudu ulos kaikkialta',
    everywhereText: 'Päättää jokaisen istunnon jokaisella laitteella, myös tämän.',
  },
  workspace: {
    title: 'Työtila',
    name: 'Nimi',
    timeZone: 'Aikavyöhyke',
    timeZoneHint: 'Päivät katkeavat sen mukaan; sen voi vaihtaa vain, kun mitään ei ole vielä tallennettu.',
    currency: 'Valuutta',
    floor: 'Pienin näytettävä ryhmä',
    floorHint: 'Ryhmiä, joissa on vähemmän vastaajia, ei näytetä niille, jotka eivät saa nähdä yksittäisiä ihmisiä.',
    language: 'Työtilan kieli',
    save: 'Tallenna',
    another: 'Perusta toinen työtila',
  },
  members: {
    title: 'Jäsenet',
    lead: 'Ketkä kirjautuvat tänne ja mitä he saavat tehdä.',
    name: 'Nimi',
    email: 'Sähköposti',
    role: 'Rooli',
    since: 'Alkaen',
    remove: 'Poista',
    removeName: (name) => `Poista ${name}`,
    removeSure: (name) => `Poistetaanko ${name}? Se, mitä hän teki, säilyy.`,
    disable: 'Poista pääsy',
    disableName: (name) => `Poista pääsy: ${name}`,
    disableSure: (name) => `Poistetaanko pääsy: ${name}? Istunnot päättyvät heti; rooli ja jäljet jäävät.`,
    enable: 'Palauta pääsy',
    enableName: (name) => `Palauta pääsy: ${name}`,
    noAccess: (day) => `ei pääsyä ${day} alkaen`,
    invite: 'Tee kutsu',
    link: 'Kutsun linkki',
    linkHint: 'Se näytetään kerran. Anna se itse eteenpäin: sähköpostia ei lähetetä. Se avautuu kerran.',
    copy: 'Kopioi',
    copied: 'Kopioitu.',
    open: 'Avoimet kutsut',
    until: (day) => `${day} asti`,
    withdraw: (email) => `Peru kutsu: ${email}`,
  },
  keys: {
    title: 'Rajapinta-avaimet',
    lead: 'Ohjelmille, jotka lähettävät vastauksia tai lukevat lukuja. Avain saa vain sen, mihin se on tehty.',
    name: 'Mihin sitä käytetään',
    scopes: 'Se saa',
    scope: {
      'responses:write': 'lähettää vastauksia',
      'figures:read': 'lukea lukuja',
      'responses:read': 'lukea yksittäisiä vastauksia',
      'import:write': 'tuoda tiedostoja',
      'export:read': 'viedä',
      'events:write': 'lähettää tapahtumia',
    },
    make: 'Tee avain',
    made: 'Uusi avain',
    madeHint: 'Se näytetään kerran, eikä sitä säilytetä tässä muodossa missään. Kopioi se nyt.',
    lastUsed: 'Käytetty viimeksi',
    never: 'ei koskaan',
    revoke: 'Peru',
    revokeName: (name) => `Peru ${name}`,
    revokeSure: (name) => `Perutaanko ${name}? Sitä käyttäviä ohjelmia ei enää päästetä.`,
    revoked: (when) => `peruttu ${when}`,
    expired: (when) => `vanhentunut ${when}`,
    none: 'Ei vielä avaimia.',
  },
  metrics: {
    title: 'Omat mittarit',
    lead: 'Määritelmää ei koskaan kirjoiteta uusiksi: muutos on uusi versio jostakin päivästä alkaen, ja se piirretään katkoksena.',
    none: 'Ei vielä omia mittareita. NPS, CSAT ja CES eivät niitä tarvitse.',
    make: 'Määrittele mittari',
    key: 'Lyhyt nimi osoitteita varten',
    keyHint: 'Pieniä kirjaimia, numeroita ja yhdysmerkkejä. Sitä ei voi muuttaa.',
    name: 'Nimi',
    base: 'Laskentatapa',
    boxes: 'Mukaan luettavat parhaat vastaukset',
    boxesHint: 'Parhaiden vastausten osuutta varten: montako ylintä.',
    direction: 'Parempi on',
    higher: 'suurempi arvosana',
    lower: 'pienempi arvosana',
    questions: 'Kysymykset',
    questionsHint: 'Kaikki samalla asteikolla.',
    from: 'Voimassa alkaen',
    fromHint: 'Tämän päivän yli ulottuvia muutoksia ei testata.',
    newVersion: (name) => `Uusi versio: ${name}`,
    save: 'Tallenna',
    version: (version) => `Versio ${version}`,
    since: (day) => `${day} alkaen`,
    always: 'alusta alkaen',
    changed: (what) => `Muuttui: ${what}.`,
    same: 'Mikään laskettava ei muuttunut.',
    what: {
      base: 'laskentatapa',
      scale: 'asteikko',
      boxes: 'mukaan luettavat parhaat vastaukset',
      direction: 'suunta',
      questions: 'kysymykset',
      name: 'nimi',
    },
  },
};

const sv: SettingsWords = {
  title: 'Inställningar',
  onlyFor: (roles) => `Bara för: ${roles}.`,
  saved: 'Sparat.',
  you: {
    title: 'Du',
    name: 'Namn',
    save: 'Spara',
    passwordTitle: 'Lösenord',
    present: 'Nuvarande lösenord',
    password: 'Nytt lösenord',
    passwordHint: 'Minst 10 tecken, för ägare 12. Alla andra sessioner avslutas.',
    changePassword: 'Byt lösenord',
    passwordChanged: 'Lösenordet är bytt. Alla andra sessioner har avslutats.',
    everywhere: 'Logga ut överallt',
    everywhereText: 'Avslutar varje session på varje enhet, även den här.',
  },
  workspace: {
    title: 'Arbetsyta',
    name: 'Namn',
    timeZone: 'Tidszon',
    timeZoneHint: 'Dagar skärs i den; den kan bara ändras så länge inget har lagrats.',
    currency: 'Valuta',
    floor: 'Minsta grupp som visas',
    floorHint: 'Grupper med färre svarande visas inte för dem som inte får se enskilda människor.',
    language: 'Arbetsytans språk',
    save: 'Spara',
    another: 'Skapa en arbetsyta till',
  },
  members: {
    title: 'Medlemmar',
    lead: 'Vilka som loggar in här och vad de får göra.',
    name: 'Namn',
    email: 'E-post',
    role: 'Roll',
    since: 'Sedan',
    remove: 'Ta bort',
    removeName: (name) => `Ta bort ${name}`,
    removeSure: (name) => `Ta bort ${name}? Det som gjorts finns kvar.`,
    disable: 'Ta bort åtkomst',
    disableName: (name) => `Ta bort åtkomst: ${name}`,
    disableSure: (name) => `Ta bort åtkomsten för ${name}? Sessionerna avslutas nu; roll och spår finns kvar.`,
    enable: 'Ge åtkomst igen',
    enableName: (name) => `Ge åtkomst igen: ${name}`,
    noAccess: (day) => `utan åtkomst sedan ${day}`,
    invite: 'Gör en inbjudan',
    link: 'Inbjudans länk',
    linkHint: 'Den visas en gång. Lämna över den själv: ingen e-post skickas. Den öppnas en gång.',
    copy: 'Kopiera',
    copied: 'Kopierat.',
    open: 'Öppna inbjudningar',
    until: (day) => `till ${day}`,
    withdraw: (email) => `Dra tillbaka inbjudan till ${email}`,
  },
  keys: {
    title: 'API-nycklar',
    lead: 'För program som skickar svar eller läser siffror. En nyckel får bara det den gjordes för.',
    name: 'Vad den är till för',
    scopes: 'Den får',
    scope: {
      'responses:write': 'skicka svar',
      'figures:read': 'läsa siffror',
      'responses:read': 'läsa enskilda svar',
      'import:write': 'importera filer',
      'export:read': 'exportera',
      'events:write': 'skicka händelser',
    },
    make: 'Gör en nyckel',
    made: 'Den nya nyckeln',
    madeHint: 'Den visas en gång och sparas ingenstans i den här formen. Kopiera den nu.',
    lastUsed: 'Senast använd',
    never: 'aldrig',
    revoke: 'Återkalla',
    revokeName: (name) => `Återkalla ${name}`,
    revokeSure: (name) => `Återkalla ${name}? Program som använder den nekas från och med nu.`,
    revoked: (when) => `återkallad ${when}`,
    expired: (when) => `gick ut ${when}`,
    none: 'Ingen nyckel än.',
  },
  metrics: {
    title: 'Egna mått',
    lead: 'En definition skrivs aldrig om: en ändring är en ny version från en viss dag, ritad som ett brott i varje trend.',
    none: 'Inget eget mått än. NPS, CSAT och CES behöver inga.',
    make: 'Definiera ett mått',
    key: 'Kort namn för adresser',
    keyHint: 'Små bokstäver, siffror och bindestreck. Det går inte att ändra.',
    name: 'Namn',
    base: 'Räknas som',
    boxes: 'Bästa svar som räknas',
    boxesHint: 'För en andel av de bästa svaren: hur många av de högsta.',
    direction: 'Bättre är',
    higher: 'ett högre betyg',
    lower: 'ett lägre betyg',
    questions: 'Frågor',
    questionsHint: 'Alla på en och samma skala.',
    from: 'Gäller från',
    fromHint: 'Förändringar över den dagen prövas inte.',
    newVersion: (name) => `Ny version av ${name}`,
    save: 'Spara',
    version: (version) => `Version ${version}`,
    since: (day) => `från ${day}`,
    always: 'från början',
    changed: (what) => `Ändrat: ${what}.`,
    same: 'Inget som räknas ändrades.',
    what: {
      base: 'beräkning',
      scale: 'skala',
      boxes: 'bästa svar som räknas',
      direction: 'riktning',
      questions: 'frågor',
      name: 'namn',
    },
  },
};

export const settingsWords: Readonly<Record<Language, SettingsWords>> = { en, fi, sv };
