import type { AnchorPair, ThreeTexts } from './template.ts';

const texts = (en: string, fi: string, sv: string): ThreeTexts => ({ en, fi, sv });

/** The words at both ends of 1-10. */
export const anchorTexts: Readonly<Record<AnchorPair, { readonly low: ThreeTexts; readonly high: ThreeTexts }>> = {
  agreement: {
    low: texts('Strongly disagree', 'Täysin eri mieltä', 'Håller inte alls med'),
    high: texts('Strongly agree', 'Täysin samaa mieltä', 'Håller helt med'),
  },
  satisfaction: {
    low: texts('Very dissatisfied', 'Erittäin tyytymätön', 'Mycket missnöjd'),
    high: texts('Very satisfied', 'Erittäin tyytyväinen', 'Mycket nöjd'),
  },
  quality: {
    low: texts('Very poor', 'Erittäin huonoa', 'Mycket dålig'),
    high: texts('Very good', 'Erittäin hyvää', 'Mycket bra'),
  },
  manner: {
    low: texts('Very poorly', 'Erittäin huonosti', 'Mycket dåligt'),
    high: texts('Very well', 'Erittäin hyvin', 'Mycket väl'),
  },
  level: {
    low: texts('Very low', 'Erittäin matalat', 'Mycket låga'),
    high: texts('Very high', 'Erittäin korkeat', 'Mycket höga'),
  },
  likelihood: {
    low: texts('Not at all likely', 'En lainkaan todennäköisesti', 'Inte alls troligt'),
    high: texts('Extremely likely', 'Erittäin todennäköisesti', 'Ytterst troligt'),
  },
  comparison: {
    low: texts('Far below what I expected', 'Paljon odotuksiani huonompi', 'Långt under mina förväntningar'),
    high: texts('Far above what I expected', 'Paljon odotuksiani parempi', 'Långt över mina förväntningar'),
  },
  ideal: {
    low: texts('Very far from it', 'Erittäin kaukana siitä', 'Mycket långt ifrån'),
    high: texts('Very close to it', 'Erittäin lähellä sitä', 'Mycket nära'),
  },
  worth: {
    low: texts('Very poor', 'Erittäin huonona', 'Mycket dåligt'),
    high: texts('Very good', 'Erittäin hyvänä', 'Mycket bra'),
  },
};
