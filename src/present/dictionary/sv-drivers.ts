import type { DriverDoubts } from './driver-doubts.ts';

/** Doubts and refusals of drivers and models. */
export const svDrivers: DriverDoubts = {
  error: {
    CND_COLLINEAR: {
      happened: 'Några kolumner följer av varandra, så deras andelar går inte att skilja åt.',
      remedy: 'Utelämna en av kolumnerna som nämns nedan, eller använd deras medelvärde i stället.',
    },
  },
};
