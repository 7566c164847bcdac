import type { ErrorCode } from '../../errors/index.ts';
import type { ErrorWords } from './doubt-words.ts';

/** Refusals of a statistical method, of a metric or of a view. */
export const svScoreErrors = {
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
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
