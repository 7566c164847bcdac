import type { RespondentWords } from './words.ts';

export const sv: RespondentWords = {
  languageName: 'Svenska',
  chooseLanguage: 'Språk',
  next: 'Nästa',
  back: 'Tillbaka',
  send: 'Skicka',
  required: 'obligatorisk',
  optional: 'frivillig',
  questionOf: (number, total) => `Fråga ${number} av ${total}`,
  pageOf: (number, total) => `Sida ${number} av ${total}`,
  chooseOne: 'Välj ett alternativ',
  chooseAny: 'Välj alla som stämmer',
  chooseAtMost: (most) => `Välj högst ${most}`,
  otherWords: 'Något annat, vad?',
  atMostCharacters: (longest) => `Högst ${longest} tecken`,
  preselected: (score) =>
    `Du valde ${score} i meddelandet. Du kan fortfarande ändra det. Svaret skickas när du trycker på knappen.`,
  consentNote: 'Det här bestämmer du själv. Du kan ändra dig senare.',
  privacy: 'Så används dina svar',
  saved: 'Dina svar hittills är sparade.',
  problems: (count) => (count === 1 ? 'Ett svar behöver ses över' : `${count} svar behöver ses över`),
  problem: {
    needed: 'Svara på den här frågan.',
    'outside-scale': 'Välj ett av värdena på skalan.',
    'unknown-option': 'Välj ett av alternativen.',
    'too-many': 'Du har valt fler än frågan tillåter.',
    'too-long': 'Texten är för lång. Korta ner den.',
    unreadable: 'Svaret gick inte att läsa. Skriv det igen.',
  },
  thankYou: { title: 'Tack!', text: 'Ditt svar är sparat. Du kan stänga sidan.' },
  closed: { title: 'Enkäten är stängd', text: 'Det går inte längre att svara. Tack för att du ville delta.' },
  alreadyAnswered: { title: 'Du har redan svarat', text: 'Ditt svar är i säkert förvar. Tack!' },
  linkNotValid: {
    title: 'Länken fungerar inte',
    text: 'En del av adressen kan saknas. Öppna länken i meddelandet igen eller kopiera hela.',
  },
  expired: { title: 'Svarstiden har gått ut', text: 'Inbjudan gäller inte längre. Tack ändå.' },
  failed: {
    title: 'Något gick fel',
    text: 'Ditt svar kunde inte sparas. Det du skrev finns kvar här: försök igen om en stund.',
  },
  preview: {
    note: 'Förhandsvisning: inget som du fyller i sparas.',
    again: 'Börja om',
    empty: { title: 'Inget att visa än', text: 'Enkäten har ingen fråga. Lägg till den första.' },
  },
  unsubscribe: {
    title: 'Vill du slippa fler enkäter?',
    text: 'Vi skickar inte längre enkäter till den här adressen.',
    button: 'Sluta skicka enkäter',
    done: { title: 'Du får inga fler enkäter', text: 'Ändringen gäller genast.' },
  },
  resubscribe: {
    title: 'Vill du få enkäter igen?',
    text: 'Vi får fråga dig om dina upplevelser, precis som förut.',
    button: 'Tillåt enkäter igen',
    done: { title: 'Du kan få enkäter igen', text: 'Du kan när som helst avsluta dem via länken i varje meddelande.' },
  },
  stopReminders: {
    title: 'Vill du slippa påminnelser?',
    text: 'Vi påminner dig inte mer om den här enkäten. Du kan fortfarande svara.',
    button: 'Sluta påminna',
    done: { title: 'Inga fler påminnelser', text: 'Du blir inte påmind om den här enkäten igen.' },
  },
  unsubscribeLink: 'Jag vill inte få fler enkäter',
  stopRemindersLink: 'Påminn mig inte om den här enkäten',
  closeSurvey: 'Stäng enkäten',
  scanToAnswer: 'Rikta kameran mot koden för att svara',
  cannotKeep: {
    title: 'Just nu går det inte att svara här',
    text: 'Enheten kan inte spara svar för tillfället. Säg gärna till personalen.',
  },
  privacyNotice: {
    who: 'Vem som frågar',
    kept: 'Vad som sparas',
    keptText: 'Dina svar, när och var du gav dem, på vilket språk och om du använde telefon eller dator.',
    linkedText:
      'Om du tillfrågades personligen, per e-post, per sms eller som inloggad sparas svaren med dina kunduppgifter. Annars vet ingen att de är dina.',
    notKeptText:
      'Din nätverksadress sparas inte med svaren, ingenting du gör på andra ställen följs, och dina svar säljs inte.',
    rights: 'Vad du kan begära',
    rightsText:
      'Du bestämmer själv om du svarar. Du kan begära att få se vad som sparats om dig, få det rättat eller raderat och tacka nej till frågor: skriv till adressen ovan. Du kan också vända dig till dataskyddsmyndigheten.',
    stopText: 'I varje meddelande finns en länk som stoppar enkäterna genast.',
  },
};
