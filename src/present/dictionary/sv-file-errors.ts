import type { ErrorCode } from '../../errors/index.ts';
import type { ErrorWords } from './doubt-words.ts';

/** Refusals of files: read, imported, exported. */
export const svFileErrors = {
  CND_FILE_NOT_FOUND: { happened: 'Det finns ingen sådan fil.', remedy: 'Kontrollera filens sökväg.' },
  CND_FILE_UNREADABLE: {
    happened: 'Filen kan inte läsas.',
    remedy: 'Kontrollera att filen är hel och inte skyddad med lösenord, och försök igen.',
  },
  CND_FILE_EMPTY: { happened: 'Filen har inga rader.', remedy: 'Exportera svaren igen och släpp den nya filen här.' },
  CND_FILE_NOT_A_TABLE: {
    happened: 'Det här är ingen tabell som kan läsas.',
    remedy: 'Exportera svaren som CSV, TSV eller XLSX.',
  },
  CND_FILE_TOO_LARGE: { happened: 'Filen är för stor.', remedy: 'Dela filen eller exportera färre kolumner.' },
  CND_CELL_TOO_LARGE: {
    happened: 'En cell är alldeles för stor.',
    remedy: 'Leta efter ett citattecken som aldrig stängs, nära raden som nämns.',
  },
  CND_TOO_MANY_COLUMNS: {
    happened: 'Filen har för många kolumner.',
    remedy: 'Exportera bara de kolumner som behövs: betyg, datum och kund om den finns.',
  },
  CND_SHEET_UNKNOWN: {
    happened: 'Arbetsboken har inget sådant blad.',
    remedy: 'Välj ett av bladen i listan.',
    terminal: 'Ange ett av bladen i listan med --sheet.',
  },
  CND_NO_SHEETS: {
    happened: 'En textfil har inga blad.',
    remedy: 'Utelämna bladets namn.',
    terminal: 'Utelämna --sheet.',
  },
  CND_COLUMN_UNKNOWN: { happened: 'Det finns ingen sådan kolumn.', remedy: 'Välj en av kolumnerna i listan.' },
  CND_COLUMN_AMBIGUOUS: {
    happened: 'Flera kolumner har detta namn.',
    remedy: 'Ange även kolumnens nummer, som i ”Score#2”.',
  },
  CND_NO_SCORE_COLUMN: {
    happened: 'Ingen kolumn med betyg hittades.',
    remedy: 'Välj kolumnen som innehåller betyget.',
    terminal: 'Ange betygskolumnen med --score, vid import under "scores" i --mapping.',
  },
  CND_NO_DATE_COLUMN: {
    happened: 'Ingen kolumn med svarets datum hittades.',
    remedy: 'Välj kolumnen som innehåller datumet.',
    terminal: 'Ange kolumnen med svarets datum med --date, vid import under "columns" i --mapping.',
  },
  CND_DATE_AMBIGUOUS: {
    happened: 'Datumen kan läsas med dagen först eller med månaden först, och båda passar hela kolumnen.',
    remedy: 'Välj i vilken ordning datumen är skrivna.',
    terminal: 'Ange ordningen med --date-order dmy, mdy eller ymd, vid import med "dateOrder" i --mapping.',
  },
  CND_SEVERAL_SURVEYS: {
    happened: 'Filen innehåller mer än en enkät. Att slå ihop dem skulle blanda olika frågor.',
    remedy: 'Behåll en av dem: välj en kolumn och dess värde.',
    terminal: 'Välj en med --where KOLUMN=VÄRDE.',
  },
  CND_NO_ROWS_LEFT: {
    happened: 'Ingen rad har detta värde.',
    remedy: 'Välj ett värde som finns i kolumnen, eller behåll alla rader.',
    terminal: 'Ge --where ett värde som finns i kolumnen, eller utelämna --where.',
  },
  CND_ALL_ROWS_REJECTED: {
    happened: 'Ingen rad kunde användas.',
    remedy: 'Se skälen i listan och välj rätt kolumner eller rätt skala.',
  },
  CND_SCALES_MIXED: {
    happened: 'Svaren kommer från mer än en skala.',
    remedy: 'Välj skala, eller behåll en del av filen med en kolumn och dess värde.',
    terminal: 'Ange skalan med --scale MIN-MAX, eller behåll en del med --where KOLUMN=VÄRDE.',
  },
  CND_IMPORT_MAPPING: {
    happened: 'Filens kolumner är inte kopplade så att de kan användas.',
    remedy: 'Rätta den del som nämns.',
  },
  CND_IMPORT_LEVEL: {
    happened: 'Enkäten hör till den andra nivån, och nivåerna slås aldrig ihop.',
    remedy: 'Ge filen en annan enkät.',
  },
  CND_IMPORT_KNOWN: {
    happened: 'Filen är redan importerad.',
    remedy: 'Ångra den importen först om filen ska läsas på ett annat sätt.',
  },
  CND_IMPORT_STATE: {
    happened: 'Importen kan inte ångras nu.',
    remedy: 'Se listan över importer: bara en färdig import kan ångras.',
  },
  CND_IMPORT_STOPPED: {
    happened: 'Importen avbröts före slutet. Inget av den behölls.',
    remedy: 'Importera filen igen.',
  },
  CND_USAGE: { happened: 'Kommandot kunde inte tolkas.', remedy: 'Kör kommandot med --help.' },
  CND_EXPORT_TOO_LARGE: {
    happened: 'Så många svar ryms inte i detta format.',
    remedy: 'Välj CSV, JSONL eller Parquet, eller färre svar.',
  },
  CND_EXCHANGE_FILE: {
    happened: 'Filen är inte en hel, oförändrad fil från Candor.',
    remedy: 'Använd en annan kopia av säkerhetskopian eller arbetsytans fil.',
  },
  CND_EXCHANGE_NEWER: {
    happened: 'Filen skrevs av en nyare Candor.',
    remedy: 'Uppdatera Candor och läs sedan in filen.',
  },
  CND_STORE_NOT_EMPTY: {
    happened: 'En säkerhetskopia återställs bara i ett tomt lager.',
    remedy: 'Sätt CANDOR_HOME till en ny mapp eller DATABASE_URL till en tom databas.',
  },
  CND_WORKSPACE_TAKEN: {
    happened: 'Lagret har redan denna arbetsyta eller en med samma kortnamn.',
    remedy: 'Välj ett annat kortnamn eller ett annat lager.',
    terminal: 'Ge ett annat kortnamn med --slug, eller använd ett annat lager.',
  },
  CND_OUTPUT: { happened: 'Resultatet kan inte skrivas dit.', remedy: 'Välj en fil som går att skriva till.' },
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
