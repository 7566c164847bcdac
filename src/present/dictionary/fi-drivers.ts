import type { DriverDoubts } from './driver-doubts.ts';

/** Doubts and refusals of drivers and models. */
export const fiDrivers: DriverDoubts = {
  error: {
    CND_COLLINEAR: {
      happened: 'Jotkin sarakkeet seuraavat toisistaan, joten niiden osuuksia ei voi erottaa.',
      remedy: 'Jätä yksi alla nimetyistä sarakkeista pois tai käytä niiden sijasta keskiarvoa.',
    },
  },
};
