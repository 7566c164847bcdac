import { type ReactNode, useId } from 'react';
import { metricIds } from '../../metrics/index.ts';
import { metricNames } from '../../present/index.ts';
import type { Question } from '../../survey/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { editorWords } from './editor-words.ts';

type RatedQuestion = Extract<Question, { kind: 'scale' | 'matrix' }>;

/** Every point is a button of its own, and eleven fit on a phone; `survey` refuses what does not fit. */
const mostPoints = 11;
const lowest = -10;
const highest = 10;

/** From where to where the scale goes, and as what its answers are counted. */
export function ScaleFields(props: {
  readonly question: RatedQuestion;
  readonly onChange: (next: Question, mark?: string) => void;
}): ReactNode {
  const { question, onChange } = props;
  const words = useWords(editorWords);
  const { language } = useLanguage();
  const id = useId();
  const { minimum, points } = question.scale;
  const top = minimum + points - 1;
  const set = (scale: RatedQuestion['scale']) => onChange({ ...question, scale, anchors: anchorsOf(question, scale) });
  return (
    <fieldset className="scale-fields">
      <legend>{words.scale}</legend>
      <label htmlFor={`${id}-low`}>{words.scaleLow}</label>
      <select
        id={`${id}-low`}
        value={minimum}
        onChange={(event) => {
          const low = Number(event.target.value);
          set({ minimum: low, points: Math.max(2, Math.min(mostPoints, top - low + 1)) });
        }}
      >
        {range(lowest, highest).map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
      <label htmlFor={`${id}-high`}>{words.scaleHigh}</label>
      <select
        id={`${id}-high`}
        value={top}
        onChange={(event) => set({ minimum, points: Number(event.target.value) - minimum + 1 })}
      >
        {range(minimum + 1, minimum + mostPoints - 1).map((value) => (
          <option key={value}>{value}</option>
        ))}
      </select>
      <label htmlFor={`${id}-metric`}>{words.scaleMetric}</label>
      <select
        id={`${id}-metric`}
        value={question.metric}
        onChange={(event) => onChange({ ...question, metric: event.target.value as RatedQuestion['metric'] })}
      >
        {metricIds.map((metric) => (
          <option key={metric} value={metric}>
            {metricNames[language][metric]}
          </option>
        ))}
      </select>
      {points % 2 === 1 && (
        <label className="scale-middle">
          <input
            type="checkbox"
            checked={question.anchors.middle !== undefined}
            onChange={(event) => {
              const { middle: _middle, ...ends } = question.anchors;
              onChange({ ...question, anchors: event.target.checked ? { ...ends, middle: {} } : ends });
            }}
          />{' '}
          {words.scaleMiddle}
        </label>
      )}
    </fieldset>
  );
}

/** A scale of an even number of points has no middle that could have a word. */
function anchorsOf({ anchors }: RatedQuestion, { points }: RatedQuestion['scale']): RatedQuestion['anchors'] {
  const { middle, ...ends } = anchors;
  return middle && points % 2 === 1 ? anchors : ends;
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
