import type { DriverDoubts } from './driver-doubts.ts';

/** Doubts and refusals of drivers and models. */
export const svDrivers: DriverDoubts = {
  caveat: {
    'pairwise-missing': ({ count }) =>
      `${count ? `${count} svar saknas` : 'Svar saknas'}: varje par av frågor räknas på dem som besvarade båda.`,
    'mean-replaced': ({ count }) =>
      `${count ? `${count} saknade svar` : 'Saknade svar'} ersattes med frågans medelvärde, som valt eller eftersom korrelationerna par för par motsäger varandra; effekterna blir för små.`,
    suppressor: ({ value }) =>
      `Suppressor – oklar riktning: ${value}. Ensam och tillsammans med de andra byter den tecken.`,
    'no-top-driver': () =>
      'Ingen drivkraft kommer först i 80\u00a0% av omsamplingarna, så vilken som är först går inte att säga.',
    'resamples-dropped': ({ count }) =>
      `${count ? `${count} omsamplingar` : 'Några omsamplingar'} gick inte att använda eftersom en fråga inte varierade i dem; intervallen bygger på de övriga.`,
    'relative-weights': () =>
      'Drivkrafterna är för många för alla ordningar: relativa vikter ersätter medelvärdet över dem.',
    'few-events': ({ count }) =>
      `Bara ${count || 'få'} svar ligger på gränsens mindre sida, så logitmodellens koefficienter blir för stora.`,
    'contrast-left-out': ({ count }) =>
      `${count ? `${count} jämförelser` : 'Några jämförelser'} vilar på för få svar och utelämnas.`,
  },
  error: {
    CND_MISSING_CODE: {
      happened: 'En kolumn innehåller en kod för saknat svar bland svaren, och den skulle räknas som ett svar.',
      remedy: 'Töm cellerna med koden.',
    },
    CND_MODEL_SIZE: {
      happened: 'Fler frågor valdes än metoden tar emot, eller ingen alls.',
      remedy: 'Välj färre: dem som går att påverka.',
    },
    CND_MODEL_SLOW: {
      happened: 'Beräkningen tog för lång tid och avbröts.',
      remedy: 'Välj en kortare tidsperiod eller färre frågor och försök igen.',
    },
    CND_RESAMPLES: {
      happened: 'För många omsamplingar gick inte att använda, så ett intervall från de övriga vore för kort.',
      remedy: 'Samla in fler svar eller utelämna frågan som knappt varierar.',
    },
    CND_SEPARATION: {
      happened: 'En drivkraft skiljer grupperna åt helt utan undantag, så dess koefficient saknar gräns.',
      remedy: 'Utelämna drivkraften som nämns eller flytta gränsen för toppboxen.',
    },
    CND_COLLINEAR: {
      happened: 'Några kolumner följer av varandra, så deras andelar går inte att skilja åt.',
      remedy: 'Utelämna en av kolumnerna som nämns nedan, eller använd deras medelvärde i stället.',
    },
  },
};
