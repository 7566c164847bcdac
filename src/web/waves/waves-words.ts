import type { Language } from '../../present/index.ts';
import { wavesEn } from './waves-words-en.ts';
import { wavesFi } from './waves-words-fi.ts';
import type { WavesWords } from './waves-words-shape.ts';
import { wavesSv } from './waves-words-sv.ts';

/** The words of waves. */
export const wavesWords: Readonly<Record<Language, WavesWords>> = { en: wavesEn, fi: wavesFi, sv: wavesSv };
