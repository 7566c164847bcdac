import type { MetricId } from '../../metrics/index.ts';
import type { ScaleQuestion } from '../question.ts';
import type { LibraryTexts } from './entry.ts';

/** A metric on its scale with the words at its ends: always the same ones, or answers could not be compared. */
export interface LibraryScale {
  readonly metric: MetricId;
  readonly scale: ScaleQuestion['scale'];
  readonly anchors: { readonly low: LibraryTexts; readonly high: LibraryTexts };
}

export const recommendation: LibraryScale = {
  metric: 'nps',
  scale: { minimum: 0, points: 11 },
  anchors: {
    low: {
      en: 'Not at all likely',
      fi: 'En lainkaan todennäköisesti',
      sv: 'Inte alls troligt',
      de: 'Überhaupt nicht wahrscheinlich',
      ar: 'غير محتمل إطلاقًا',
    },
    high: {
      en: 'Extremely likely',
      fi: 'Erittäin todennäköisesti',
      sv: 'Ytterst troligt',
      de: 'Äußerst wahrscheinlich',
      ar: 'محتمل للغاية',
    },
  },
};

/** The same ends as the recommendation, for other things that are likely or not: a mean, never an NPS. */
export const likelihood: LibraryScale = { ...recommendation, metric: 'mean' };

const satisfied = {
  low: {
    en: 'Very dissatisfied',
    fi: 'Erittäin tyytymätön',
    sv: 'Mycket missnöjd',
    de: 'Sehr unzufrieden',
    ar: 'غير راضٍ إطلاقًا',
  },
  high: {
    en: 'Very satisfied',
    fi: 'Erittäin tyytyväinen',
    sv: 'Mycket nöjd',
    de: 'Sehr zufrieden',
    ar: 'راضٍ جدًا',
  },
};

export const satisfaction: LibraryScale = {
  metric: 'csat-top2',
  scale: { minimum: 1, points: 5 },
  anchors: satisfied,
};

/** Satisfaction of 1-10 as an index, as the models of customer satisfaction use it. */
export const satisfactionIndex: LibraryScale = {
  metric: 'index-100',
  scale: { minimum: 1, points: 10 },
  anchors: satisfied,
};

const difficultToEasy = {
  low: { en: 'Very difficult', fi: 'Erittäin vaikeaa', sv: 'Mycket svårt', de: 'Sehr schwierig', ar: 'صعب جدًا' },
  high: { en: 'Very easy', fi: 'Erittäin helppoa', sv: 'Mycket lätt', de: 'Sehr einfach', ar: 'سهل جدًا' },
};

export const ease: LibraryScale = { metric: 'ces-7', scale: { minimum: 1, points: 7 }, anchors: difficultToEasy };

/** For small screens and SMS: another metric than the seven points, never pooled with it. */
export const easeOfFive: LibraryScale = { metric: 'ces-5', scale: { minimum: 1, points: 5 }, anchors: difficultToEasy };

/** How good something is. Finnish bends the words to the question: "Kuinka hyvää palvelua …?" */
export const quality: LibraryScale = {
  metric: 'csat-mean',
  scale: { minimum: 1, points: 5 },
  anchors: {
    low: { en: 'Very poor', fi: 'Erittäin huonoa', sv: 'Mycket dåligt', de: 'Sehr schlecht', ar: 'سيئ جدًا' },
    high: { en: 'Very good', fi: 'Erittäin hyvää', sv: 'Mycket bra', de: 'Sehr gut', ar: 'جيد جدًا' },
  },
};

/** In what state something is. */
export const condition: LibraryScale = {
  ...quality,
  anchors: {
    low: { en: 'Very poor', fi: 'Erittäin huono', sv: 'Mycket dåligt' },
    high: { en: 'Very good', fi: 'Erittäin hyvä', sv: 'Mycket bra' },
  },
};

/** How well something was done. */
export const skill: LibraryScale = {
  ...quality,
  anchors: {
    low: { en: 'Very poorly', fi: 'Erittäin huonosti', sv: 'Mycket dåligt' },
    high: { en: 'Very well', fi: 'Erittäin hyvin', sv: 'Mycket väl' },
  },
};

export const usefulness: LibraryScale = {
  ...quality,
  anchors: {
    low: { en: 'Not at all useful', fi: 'Ei lainkaan hyödyllistä', sv: 'Inte alls användbart' },
    high: { en: 'Very useful', fi: 'Erittäin hyödyllistä', sv: 'Mycket användbart' },
  },
};

export const agreement: LibraryScale = {
  metric: 'mean',
  scale: { minimum: 1, points: 5 },
  anchors: {
    low: {
      en: 'Strongly disagree',
      fi: 'Täysin eri mieltä',
      sv: 'Håller inte alls med',
      de: 'Stimme überhaupt nicht zu',
      ar: 'لا أوافق بشدة',
    },
    high: {
      en: 'Strongly agree',
      fi: 'Täysin samaa mieltä',
      sv: 'Håller helt med',
      de: 'Stimme voll und ganz zu',
      ar: 'أوافق بشدة',
    },
  },
};

/** Against what was expected, 1-10: an item of the index models. */
export const expectation: LibraryScale = {
  metric: 'index-100',
  scale: { minimum: 1, points: 10 },
  anchors: {
    low: {
      en: 'Far below what I expected',
      fi: 'Paljon odotuksiani huonompi',
      sv: 'Långt under mina förväntningar',
    },
    high: {
      en: 'Far above what I expected',
      fi: 'Paljon odotuksiani parempi',
      sv: 'Långt över mina förväntningar',
    },
  },
};
