import type { MetricId } from '../metrics/index.ts';
import type { MatrixQuestion, Question } from './question.ts';
import { type Questionnaire, questionsOf } from './questionnaire.ts';
import type { Texts } from './texts.ts';

/** A question as it is stored: the single item that an answer belongs to. Only a scale has a metric and points. */
export interface AskedQuestion {
  readonly key: string;
  readonly kind: 'scale' | 'single' | 'multiple' | 'text' | 'consent';
  readonly metric?: MetricId;
  readonly scaleMinimum?: number;
  readonly scalePoints?: number;
  readonly texts: Texts;
}

/**
 * Which single items does the questionnaire ask, in order? A matrix is its rows, each a scale `key.row` whose text is
 * that of the matrix and of the row, since the row alone ("Price") tells a reader of a report nothing.
 * @example askedQuestions(templateFor("delivery", ["en"])).map((asked) => asked.kind) // => ["scale", "scale", "text"]
 */
export function askedQuestions(q: Questionnaire): AskedQuestion[] {
  return questionsOf(q).flatMap(asItems);
}

function asItems(question: Question): AskedQuestion[] {
  if (question.kind === 'matrix') return matrixItems(question);
  const { key, text } = question;
  if (question.kind !== 'scale') return [{ key, kind: question.kind, texts: text }];
  const { metric, scale } = question;
  return [{ key, kind: 'scale', metric, scaleMinimum: scale.minimum, scalePoints: scale.points, texts: text }];
}

function matrixItems({ key, metric, scale, text, rows }: MatrixQuestion): AskedQuestion[] {
  return rows.map((row) => ({
    key: `${key}.${row.key}`,
    kind: 'scale',
    metric,
    scaleMinimum: scale.minimum,
    scalePoints: scale.points,
    texts: Object.fromEntries(
      Object.entries(row.text).map(([language, words]) => [
        language,
        text[language] === undefined ? words : `${text[language].replace(/\s*[:…]$/u, '')}: ${words}`,
      ]),
    ),
  }));
}
