import type { ErrorCode } from '../../errors/index.ts';
import type { ErrorWords } from './doubt-words.ts';

/** Trouble of the server, its settings and its database. */
export const svStoreErrors = {
  CND_SERVER: {
    happened: 'Servern kan inte nås eller avvisade det som skickades.',
    remedy: 'Kontrollera adressen, nyckeln och arbetsytan; det som togs emot räknas inte två gånger.',
  },
  CND_STORE_ENGINE: {
    happened: 'Den inbyggda databasen är inte installerad för detta system.',
    remedy: 'Installera även de valfria paketen eller sätt DATABASE_URL.',
  },
  CND_STORE_FOLDER: {
    happened: 'Databasen kan inte använda sin mapp.',
    remedy: 'Sätt CANDOR_HOME till en mapp som går att skriva till.',
  },
  CND_STORE_DISK: { happened: 'Databasens disk är full.', remedy: 'Frigör utrymme på disken.' },
  CND_STORE_VERSION: {
    happened: 'Datamappen skrevs av en annan version av PostgreSQL.',
    remedy: 'Exportera med den äldre Candor och importera här.',
  },
  CND_STORE_PORT: {
    happened: 'Databasens port är upptagen.',
    remedy: 'Utelämna STORE_PORT eller sätt den till en ledig port.',
  },
  CND_STORE_START: {
    happened: 'Den inbyggda databasen startade inte.',
    remedy: 'Se filen postgresql.log i hemmappen.',
  },
  CND_STORE_AWAY: {
    happened: 'Databasen är borta en stund.',
    remedy: 'Försök igen; det som inte bekräftades lagrades inte.',
  },
  CND_STORE_SLOW: {
    happened: 'Databasen tog för lång tid.',
    remedy: 'Begär mindre eller höj CANDOR_STATEMENT_SECONDS.',
  },
  CND_STORE_BUSY: {
    happened: 'En annan process startar eller stoppar databasen.',
    remedy: 'Vänta tills den är klar eller stoppa den.',
  },
  CND_STORE_UNREACHABLE: { happened: 'Databasen kan inte nås.', remedy: 'Kontrollera DATABASE_URL och servern.' },
  CND_STORE_SERVER: {
    happened: 'Databasservern kan inte användas.',
    remedy: 'Använd PostgreSQL 15 eller nyare med kodningen UTF8.',
  },
  CND_STORE_ROLES: {
    happened: 'Databasens roller saknas eller är för starka.',
    remedy: 'Låt DATABASE_URL ange en roll som får skapa roller.',
  },
  CND_MIGRATION_CHANGED: {
    happened: 'Ett utgivet steg av schemat har ändrats.',
    remedy: 'Återställ migreringsfilen till utgivet skick.',
  },
  CND_MIGRATION_AHEAD: {
    happened: 'En nyare Candor skrev denna databas.',
    remedy: 'Starta den nyare Candor eller återställ en säkerhetskopia.',
  },
  CND_MIGRATION_FAILED: {
    happened: 'Ett steg av schemat misslyckades; inget av det behölls.',
    remedy: 'Rapportera det med meddelandet.',
  },
  CND_DEMO: {
    happened: 'Demoföretaget finns redan eller saknas.',
    remedy: 'Läs in det med candor demo; --replace tar först bort det som finns.',
  },
  CND_STARTING: { happened: 'Candor startar.', remedy: 'Försök igen om en stund.' },
  CND_PORT_TAKEN: { happened: 'Porten är upptagen.', remedy: 'Sätt PORT till en ledig port.' },
  CND_SETTING: {
    happened: 'En inställning för servern kan inte användas.',
    remedy: 'Rätta miljövariabeln eller utelämna den.',
  },
  CND_FAULT: {
    happened: 'Candor misslyckades; felet är vårt, inte filens.',
    remedy: 'Försök igen. Om det händer igen, rapportera det med serverns logg.',
  },
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
