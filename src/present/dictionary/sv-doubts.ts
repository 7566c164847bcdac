import type { DoubtWords } from './doubt-words.ts';
import { pathModelDoubts } from './path-model-doubts.ts';
import { svDrivers } from './sv-drivers.ts';

/** "Ett svar", "12 svar", "Några svar". */
const counted = (count: string, one: string, many: string) => (count === '1' ? one : `${count || 'Några'} ${many}`);
const of = (periods: string) => (periods ? ` (${periods})` : '');

export const svDoubts: DoubtWords = {
  caveat: {
    ...svDrivers.caveat,
    ...pathModelDoubts.sv.caveat,
    'single-answer': ({ periods }) => `Ett enda svar säger inget om de andra${of(periods)}.`,
    'small-sample': ({ periods }) =>
      `Här räknas färre än 10 svar: intervallet är brett, och det är själva budskapet${of(periods)}.`,
    'no-variance': ({ periods }) =>
      `Alla svar är lika, så de visar inte hur mycket svar varierar; ingen felmarginal ges${of(periods)}.`,
    'few-accounts': () => 'Det finns färre än 10 kunder: intervall som håller ihop kundernas svar är grova.',
    'single-unit-stratum': () => 'Ett stratum har bara en kund; det centreras på medelvärdet av alla.',
    'weights-unequal': () => 'Vikterna skiljer sig så mycket att långt färre svar räknas än som har getts.',
    'population-below-sample': () => 'Ett stratum har fler kunder än dess population uppgavs ha.',
    'rows-dropped': ({ count }) =>
      `${counted(count, 'En rad', 'rader')} kunde inte användas i beräkningen och utelämnades.`,
    'unpaired-dropped': ({ count }) => `${counted(count, 'Ett svar', 'svar')} saknar motsvarighet och utelämnades.`,
    'normal-approximation': () => 'En fördelning för stora urval användes där den exakta skulle ta för lång tid.',
    'metric-assumed': ({ value }) =>
      `Måttet härleddes ur svaren${of(value)}, det angavs inte. Rätta det om det är ett annat.`,
    'scale-assumed': ({ value }) => `Skalans ändar härleddes ur svaren${of(value)}, de angavs inte.`,
    'scale-doubtful': ({ value }) =>
      `Inget svar är över 5: frågan kan ha ställts på skalan ${value}. Välj i så fall medelvärde och den skalan (--metric mean --scale ${value}).`,
    'date-column-start-time': ({ value }) =>
      `Bara tiden för start eller utskick hittades${of(value)}, inte tiden för svaret.`,
    'partials-used': ({ count }) =>
      `${counted(count, 'Ett ofullständigt svar', 'ofullständiga svar')} har ett betyg och används.`,
    'partial-period': ({ periods }) => `Den första eller sista perioden är inte hel${of(periods)}.`,
    gap: ({ periods }) =>
      `Det finns perioder utan svar${of(periods)}; nästa period med svar jämförs med den föregående som har svar.`,
    'definition-change': ({ periods }) =>
      `Formuleringen eller skalan ändrades${of(periods)}, så perioderna före och efter gäller inte riktigt samma fråga.`,
    'clusters-unknown': () => 'Svar från samma kund räknades som oberoende: ingen kundkolumn hittades.',
    'levels-mixed': () => 'Svar från kundmöten och från kundrelationen ligger i samma serie; de mäter olika saker.',
    'few-periods': () => 'Med färre än 3 perioder med svar kan inget nivåskifte lokaliseras.',
    'anonymised-dates': ({ count }) =>
      `${counted(count, 'Ett svar', 'svar')} har datumet 1 januari 1980, som betyder anonymiserat datum, och utelämnades.`,
    'design-effect': ({ value }) =>
      `Svar från samma kund liknar varandra: i intervall och test är n delat med designeffekten ${value}.`,
    'running-period': ({ periods }) =>
      `${periods} pågår ännu. Utslaget gäller för en enda titt; den som tittar varje dag ser förändringar som inte finns.`,
    'scales-differ': ({ count, value }) =>
      `Frågor till detta mått ställs på flera skalor. Bara svar på ${value} räknas här; ${count} lämnas utanför.`,
    'excel-damage': ({ count }) =>
      `${counted(count, 'Ett värde', 'värden')} ser ut att ha skadats av ett kalkylprogram (som 1,2E+11). Exportera igen utan att öppna filen.`,
  },
  oneAccount: (periods) =>
    `Alla svar kommer från en enda kund${of(periods)}, så det syns inte hur mycket kunderna skiljer sig åt; ingen felmarginal ges.`,
  rejected: {
    'empty-score': () => 'Inget betyg',
    'outside-scale': (min, max) => `Betyg utanför ${min} till ${max}`,
    'unreadable-score': () => 'Betyget kan inte läsas',
    'unreadable-date': () => 'Datumet kan inte läsas',
    'missing-code': () => 'Kod för saknat svar',
    preview: () => 'Förhandsgranskning',
    duplicate: () => 'Samma svars-id två gånger',
  },
  error: {
    ...svDrivers.error,
    ...pathModelDoubts.sv.error,
    CND_ARGUMENT: { happened: 'Ett värde angavs som beräkningen inte kan använda.', remedy: 'Rätta värdet.' },
    CND_SAMPLE_TOO_SMALL: {
      happened: 'Det finns för få svar för den här frågan.',
      remedy: 'Samla in fler svar eller välj en längre period.',
    },
    CND_NO_VARIANCE: {
      happened: 'Alla svar är lika, så de kan inte besvara den här frågan.',
      remedy: 'Samla in fler svar eller kontrollera att rätt kolumn lästes.',
    },
    CND_NOT_CONVERGED: {
      happened: 'Beräkningen hittade inget stabilt svar.',
      remedy: 'Kontrollera marginalerna eller startvärdena; de kan motsäga varandra.',
    },
    CND_WEIGHTS: {
      happened: 'Vikterna kan inte användas.',
      remedy: 'Använd vikter som är ändliga, inte negativa och inte alla noll.',
    },
    CND_MARGINS: {
      happened: 'Summorna passar inte kolumnerna.',
      remedy: 'Ange en summa för varje värde, och samma totalsumma för varje kolumn.',
    },
    CND_METRIC_UNKNOWN: { happened: 'Det finns inget sådant mått.', remedy: 'Välj ett av måtten i listan.' },
    CND_METRIC_SCALE: {
      happened: 'Måttet och skalan hör inte ihop.',
      remedy: 'Välj ”Kundnöjdhet, medelvärde” eller ”Medelvärde”, eller rätta skalan.',
      terminal: 'Välj csat-mean eller mean med --metric, eller rätta --scale.',
    },
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
    CND_SPEC: { happened: 'Specifikationen kan inte användas.', remedy: 'Rätta den som meddelandet säger.' },
    CND_GROUP_UNKNOWN: { happened: 'Det finns ingen sådan grupp.', remedy: 'Ange två av grupperna i listan.' },
    CND_TIME_ZONE: {
      happened: 'Det finns ingen sådan tidszon.',
      remedy: 'Använd ett namn ur IANA:s databas, till exempel Europe/Helsinki.',
    },
    CND_TOO_MANY_PERIODS: {
      happened: 'Datumen omfattar långt fler perioder än ett mätprogram kan ha.',
      remedy: 'Kontrollera om något datum har fel år, eller välj en längre period.',
      terminal: 'Kontrollera om något datum har fel år, eller välj en längre period med --period quarter.',
    },
    CND_AUDIT_SLOW: {
      happened: 'Granskningen av mätprogrammet tog för lång tid.',
      remedy: 'Välj en kortare tid eller en längre period, eller försök igen om en stund.',
    },
    CND_NO_ANSWERS: {
      happened: 'Bakom denna vy finns inga svar, eller för få för att visas.',
      remedy: 'Välj en annan nivå, ett annat mått eller en längre tid, eller importera svar först.',
    },
    CND_METRIC_DEFINITION: {
      happened: 'Måttets definition innehåller en del som inte går att räkna.',
      remedy: 'Rätta den del som nämns: skala, översta svar, riktning, frågor eller första dag.',
    },
    CND_VIEW: {
      happened: 'Sidans adress eller ett filter innehåller en del som inte går att använda.',
      remedy: 'Rätta den del som nämns, eller utelämna den.',
    },
    CND_POPULATION: {
      happened: 'Populationen är mindre än antalet svar.',
      remedy: 'Ange en population som är minst lika stor som antalet svar eller kunder.',
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
    CND_SERVER: {
      happened: 'Servern kan inte nås eller avvisade det som skickades.',
      remedy: 'Kontrollera adressen, nyckeln och arbetsytan; det som togs emot räknas inte två gånger.',
    },
    CND_OUTPUT: { happened: 'Resultatet kan inte skrivas dit.', remedy: 'Välj en fil som går att skriva till.' },
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
  },
  detail: { columns: 'Kolumner', choices: 'Att välja på', line: 'Rad', column: 'Kolumn', value: 'Värde' },
  errorTitle: 'Filen kunde inte granskas',
  errorKept: 'Inget gick förlorat: filen är oförändrad och fortfarande vald, och inget av den har sparats.',
  errorCode: (code) => `Kod ${code}`,
  unknownError: {
    happened: 'Serverns svar gick inte att tolka.',
    remedy: 'Försök igen. Om det händer igen, se serverns logg.',
  },
  networkError: {
    happened: 'Servern kunde inte nås.',
    remedy: 'Kontrollera att Candor fortfarande körs på den här adressen och försök igen.',
  },
  because: {
    flag: 'du angav det',
    'column-name': 'namnet eller frågan säger det',
    'survey-type': 'kolumnen med enkättyper säger det',
    'nps-group-column': 'en kolumn med promotorer, passiva och kritiker står bredvid',
    'generic-name': 'kolumnen heter som ett betyg',
    'value-shape': 'värdena ser ut så',
    'only-candidate': 'ingen annan kolumn passar',
    'equal-columns': 'kolumnerna med detta namn har samma svar; den första läses',
    'scale-0-10': 'svaren ligger mellan 0 och 10, och inget annat säger mer',
    'scale-1-5': 'svaren ligger mellan 1 och 5, och inget annat säger mer',
    'scale-1-7': 'svaren ligger mellan 1 och 7, och inget annat säger mer',
    'scale-other': 'svaren ligger inte på någon vanlig skala, och inget annat säger mer',
    'metric-definition': 'måttet har denna skala per definition',
    'values-seen': 'den minsta vanliga skala som rymmer svaren',
    'preferred-name': 'namnet ligger närmast svarstiden',
    'start-time-only': 'bara en tid för start eller utskick hittades',
    'unambiguous-day': 'en dag över 12 avgör ordningen',
    'utc-in-header': 'rubriken säger UTC',
    default: 'inget angavs',
    'known-columns': 'kolumnerna är de i verktygets export',
    'header-rows': 'det finns mer än en rubrikrad',
    'title-rows': 'raderna ovanför rubriken är en titel',
    'byte-order': 'så är filens tecken kodade',
    'column-count': 'den delar raderna jämnast',
    'sep-line': 'filens första rad säger det',
    'single-column': 'det finns bara en kolumn',
    'first-sheet': 'det första synliga bladet med rader',
    'comma-numbers': 'betygen har decimalkomma',
    filtered: 'de övriga raderna utelämnades',
  },
};
