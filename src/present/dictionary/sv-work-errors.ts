import type { ErrorCode } from '../../errors/index.ts';
import type { ErrorWords } from './doubt-words.ts';

/** Refusals of the daily work: people, surveys, programmes, channels, sources. */
export const svWorkErrors = {
  CND_PROGRAMME_STATE: {
    happened: 'Mätprogrammet kan inte startas ännu, eller har avslutats.',
    remedy: 'Publicera enkäten och ange regler innan det startas; ett avslutat mätprogram öppnas inte igen.',
  },
  CND_WAVE_STATE: {
    happened:
      'En omgång kan inte skapas nu: en annan av mätprogrammets omgångar är öppen, eller så stämmer inte dagarna.',
    remedy:
      'Stäng först den öppna omgången eller vänta till dess stängningsdag; ange en stängningsdag efter öppningen.',
  },
  CND_DRAW_STATE: {
    happened:
      'Lottningen kan inte skapas eller genomföras: mätprogrammet har ingen belöning, ingen deltar eller så är den redan genomförd.',
    remedy:
      'Skapa en lottning för ett mätprogram med belöning som någon har besvarat, och genomför varje lottning en gång.',
  },
  CND_PROGRAMME_RULES: {
    happened: 'Mätprogrammets regler kan inte användas som de är.',
    remedy: 'Rätta den del som nämns.',
  },
  CND_ADDRESS: {
    happened: 'Det går inte att skicka till den här e-postadressen.',
    remedy: 'Rätta adressen. Inget skickades.',
  },
  CND_MAIL_HEADER: {
    happened:
      'Ett namn, ett ämne eller ett annat huvud i meddelandet innehåller en radbrytning eller ett styrtecken, eller är för långt.',
    remedy: 'Rätta fältet som nämns. Inget skickades.',
  },
  CND_MAIL_KEY: {
    happened: 'DKIM-nyckeln kan inte signera.',
    remedy: 'Ange en privat RSA-nyckel i PEM-format. Till dess väntar e-posten.',
  },
  CND_SMS: {
    happened: 'Sms:et saknar ett giltigt nummer, en avsändare eller text.',
    remedy: 'Rätta den del som nämns. Inget skickades.',
  },
  CND_SIGN_IN: { happened: 'Du är inte inloggad, eller din session är slut.', remedy: 'Logga in.' },
  CND_SIGN_IN_WRONG: {
    happened: 'E-postadressen eller lösenordet är fel.',
    remedy: 'Kontrollera båda. Om lösenordet är borta, be en ägare om en ny inbjudan.',
  },
  CND_SIGN_IN_LIMIT: {
    happened: 'Det var för många försök att logga in.',
    remedy: 'Vänta 15 minuter och försök igen.',
  },
  CND_FORBIDDEN: { happened: 'Din roll omfattar inte detta.', remedy: 'Fråga en ägare av arbetsytan.' },
  CND_NOT_FOUND: { happened: 'Det här finns inte här.', remedy: 'Kontrollera adressen; kanske har det tagits bort.' },
  CND_TAKEN: { happened: 'Namnet eller adressen används redan.', remedy: 'Välj något annat.' },
  CND_REPEAT_OTHER: {
    happened: 'Samma nyckel har redan skickats med en annan begäran.',
    remedy: 'Skicka samma begäran igen, eller en annan med en egen nyckel.',
  },
  CND_REPEAT_RUNNING: {
    happened: 'Samma begäran behandlas just nu.',
    remedy: 'Vänta en stund och skicka den igen.',
  },
  CND_WEBHOOK: {
    happened: 'En webhook kan inte se ut så.',
    remedy: 'Rätta fältet som nämns.',
  },
  CND_INVITATION: {
    happened: 'Inbjudan är okänd, använd, återkallad eller för gammal.',
    remedy: 'Be en ägare av arbetsytan om en ny.',
  },
  CND_PASSWORD: {
    happened: 'Lösenordet är för kort, för långt eller för lätt att gissa.',
    remedy: 'Välj ett längre: flera ord som inte hör ihop.',
  },
  CND_LAST_OWNER: {
    happened: 'En arbetsyta behåller minst en ägare.',
    remedy: 'Gör först en annan medlem till ägare.',
  },
  CND_IN_USE: {
    happened: 'Sparade data bygger på inställningen, så den kan inte längre ändras.',
    remedy: 'Behåll den, eller skapa en annan arbetsyta.',
  },
  CND_RESPONSE: {
    happened: 'Svaret passar inte enkäten, eller nämner något okänt.',
    remedy: 'Rätta fältet som nämns.',
  },
  CND_REQUEST: { happened: 'Ett fält saknas eller kan inte användas.', remedy: 'Rätta fältet som nämns.' },
  CND_REQUEST_TOO_LARGE: {
    happened: 'Det är mer än vad som tas emot på en gång.',
    remedy: 'Skicka mindre åt gången.',
  },
  CND_SURVEY: {
    happened: 'Frågeformuläret har inte rätt form.',
    remedy: 'Rätta fältet som nämns; alla fält finns i guiden om enkäter.',
  },
  CND_SURVEY_CONFLICT: {
    happened: 'Någon annan har sparat utkastet under tiden.',
    remedy: 'Läs in utkastet på nytt. Inget av den andras ändringar skrevs över.',
  },
  CND_SURVEY_PROBLEMS: {
    happened: 'Enkäten kan inte publiceras än.',
    remedy: 'Rätta det som står vid frågorna och publicera sedan.',
  },
  CND_SURVEY_IMPORTED: {
    happened: 'Enkäten kommer från importer.',
    remedy: 'Skapa en ny enkät: den här har ingen sida som kan redigeras.',
  },
  CND_EVENT: {
    happened: 'En händelse som skickades kan inte användas.',
    remedy: 'Rätta fältet som nämns.',
  },
  CND_EVENT_MAPPING: {
    happened: 'Beskrivningen av händelser är felaktig eller ofullständig.',
    remedy: 'Rätta fältet i beskrivningen som nämns.',
  },
  CND_EVENTS_BUSY: {
    happened: 'Fler händelser väntar än vad som ryms.',
    remedy: 'Skicka dem igen om en stund: ingen av dem sparades.',
  },
  CND_EVENTS_LIMIT: {
    happened: 'Nyckeln skickar fler händelser än den får.',
    remedy: 'Skicka dem igen efter sekunderna i Retry-After, eller fler i samma sändning.',
  },
  CND_MESSAGE_STATE: {
    happened: 'Meddelandet är inte längre osäkert, eller så frågas personen inte längre.',
    remedy: 'Läs in listan på nytt.',
  },
  CND_SURVEY_IN_USE: {
    happened: 'Enkäten har besvarats eller används av ett mätprogram.',
    remedy: 'Arkivera den i stället, eller avsluta först mätprogrammen som använder den.',
  },
  CND_SOURCE: {
    happened: 'En inställning av källan kan inte användas.',
    remedy: 'Rätta inställningen som nämns.',
  },
  CND_SOURCE_AWAY: {
    happened: 'Källan kan inte nås eller läsas.',
    remedy: 'Kontrollera att den kan nås; den läses igen av sig själv.',
  },
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
