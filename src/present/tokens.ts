/** Colours of the house. Text has a contrast of at least 4.5:1 on the ground, marks 3:1, in both themes. */
export const lightTokens = {
  ink: '#16202A',
  muted: '#5B6775',
  line: '#DDE3E9',
  axis: '#84909D',
  ground: '#FFFFFF',
  panel: '#F6F8FA',
  accent: '#1D5FA8',
  rose: '#0B7A6B',
  fell: '#B4400C',
  grey: '#65717E',
  noise: '#BCC5CE',
  'noise-edge': '#8A96A3',
  warn: '#8A5A00',
  fail: '#B3261E',
} as const;

export type Token = keyof typeof lightTokens;

export const darkTokens: Readonly<Record<Token, string>> = {
  ink: '#E8EDF2',
  muted: '#9AA7B4',
  line: '#2B3640',
  axis: '#66737F',
  ground: '#0F161C',
  panel: '#161F27',
  accent: '#6FA8E6',
  rose: '#3FC1AC',
  fell: '#F08A55',
  grey: '#8C98A5',
  noise: '#44515D',
  'noise-edge': '#66737F',
  warn: '#E3B341',
  fail: '#F2938C',
};

/** The hatch of the noise band, once in a page or a picture. */
export const hatchPattern =
  '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M0 0V6" stroke="var(--noise)" stroke-width="2.2"/></pattern>';
