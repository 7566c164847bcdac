import type { RespondentWords } from './words.ts';

export const fi: RespondentWords = {
  languageName: 'Suomi',
  chooseLanguage: 'Kieli',
  next: 'Seuraava',
  back: 'Edellinen',
  send: 'Lähetä',
  required: 'pakollinen',
  optional: 'vapaaehtoinen',
  questionOf: (number, total) => `Kysymys ${number}/${total}`,
  pageOf: (number, total) => `Sivu ${number}/${total}`,
  chooseOne: 'Valitse yksi',
  chooseAny: 'Valitse kaikki sopivat',
  chooseAtMost: (most) => `Valitse enintään ${most}`,
  otherWords: 'Mikä muu?',
  atMostCharacters: (longest) => `Enintään ${longest} merkkiä`,
  preselected: (score) =>
    `Valitsit viestissä arvosanan ${score}. Voit vielä muuttaa sitä. Vastaus lähtee, kun painat painiketta.`,
  consentNote: 'Päätät tästä itse. Voit muuttaa mielesi myöhemmin.',
  privacy: 'Näin vastauksiasi käytetään',
  saved: 'Tähänastiset vastauksesi on tallennettu.',
  problems: (count) => (count === 1 ? 'Tarkista vielä yksi vastaus' : `Tarkista vielä ${count} vastausta`),
  problem: {
    needed: 'Vastaa tähän kysymykseen.',
    'outside-scale': 'Valitse jokin asteikon arvoista.',
    'unknown-option': 'Valitse jokin vaihtoehdoista.',
    'too-many': 'Valitsit useampia kuin tässä kysymyksessä voi valita.',
    'too-long': 'Teksti on liian pitkä. Lyhennä sitä.',
    unreadable: 'Vastausta ei voitu lukea. Kirjoita se uudelleen.',
  },
  thankYou: { title: 'Kiitos!', text: 'Vastauksesi on tallennettu. Voit sulkea sivun.' },
  closed: {
    title: 'Kysely on päättynyt',
    text: 'Kyselyyn ei voi enää vastata. Kiitos kiinnostuksestasi.',
  },
  alreadyAnswered: { title: 'Olet jo vastannut', text: 'Vastauksesi on tallessa. Kiitos!' },
  linkNotValid: {
    title: 'Linkki ei toimi',
    text: 'Osoitteesta saattaa puuttua osa. Avaa linkki uudelleen viestistä tai kopioi se kokonaan.',
  },
  expired: { title: 'Vastausaika on päättynyt', text: 'Kutsu ei ole enää voimassa. Kiitos silti.' },
  failed: {
    title: 'Jokin meni vikaan',
    text: 'Vastaustasi ei saatu tallennettua. Kirjoittamasi on vielä tässä: yritä hetken kuluttua uudelleen.',
  },
  preview: {
    note: 'Esikatselu: mitään syöttämääsi ei tallenneta.',
    again: 'Aloita alusta',
    empty: { title: 'Ei vielä näytettävää', text: 'Kyselyssä ei ole kysymyksiä. Lisää ensimmäinen.' },
  },
  unsubscribe: {
    title: 'Etkö halua enää kyselyitä?',
    text: 'Emme enää lähetä kyselyitä tähän osoitteeseen.',
    button: 'Lopeta kyselyt',
    done: { title: 'Et saa enää kyselyitä', text: 'Muutos astui voimaan heti.' },
  },
  resubscribe: {
    title: 'Haluatko taas kyselyitä?',
    text: 'Voimme kysyä kokemuksistasi kuten ennenkin.',
    button: 'Salli kyselyt taas',
    done: { title: 'Voit taas saada kyselyitä', text: 'Voit lopettaa ne milloin tahansa viestissä olevasta linkistä.' },
  },
  stopReminders: {
    title: 'Lopetetaanko muistutukset?',
    text: 'Emme enää muistuta sinua tästä kyselystä. Voit silti vastata siihen.',
    button: 'Lopeta muistutukset',
    done: { title: 'Muistutukset lopetettu', text: 'Sinua ei enää muistuteta tästä kyselystä.' },
  },
  unsubscribeLink: 'En halua enää kyselyitä',
  stopRemindersLink: 'Älkää muistuttako tästä kyselystä',
  closeSurvey: 'Sulje kysely',
  scanToAnswer: 'Vastaa osoittamalla koodia kameralla',
  cannotKeep: {
    title: 'Tässä ei juuri nyt voi vastata',
    text: 'Laite ei pysty tallentamaan vastauksia. Kerrothan asiasta henkilökunnalle.',
  },
  privacyNotice: {
    who: 'Kuka kysyy',
    kept: 'Mitä tallennetaan',
    keptText: 'Vastauksesi, milloin ja missä annoit ne, millä kielellä sekä vastasitko puhelimella vai tietokoneella.',
    linkedText:
      'Jos sinulta kysyttiin henkilökohtaisesti, sähköpostilla, tekstiviestillä tai kirjautuneena, vastauksesi liitetään asiakastietoihisi. Muuten kukaan ei tiedä, että ne ovat sinun.',
    notKeptText:
      'Verkko-osoitettasi ei tallenneta vastausten yhteyteen, tekemisiäsi muualla ei seurata eikä vastauksiasi myydä.',
    rights: 'Mitä voit pyytää',
    rightsText:
      'Päätät itse, vastaatko. Voit pyytää nähdäksesi, mitä sinusta on tallennettu, pyytää korjaamaan tai poistamaan tiedot ja kieltää kyselyt: kirjoita yllä olevaan osoitteeseen. Voit myös kääntyä tietosuojavaltuutetun puoleen.',
    stopText: 'Jokaisessa viestissä on linkki, joka lopettaa kyselyt heti.',
  },
};
