import { type ReactNode, useId, useState } from 'react';
import { type Moves, whatIf } from '../../model/index.ts';
import { constructName, joinInterval, numberText, signedText } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { modelPartWords } from './model-part-words.ts';
import type { ModelStudyProps } from './model-props.ts';

/** Further than so many index points nobody has seen the model hold. */
const furthest = 10;

/** Constructs are moved by index points; the target answers with an interval from the joint resamples. */
export function ModelWhatIf({ page, report }: ModelStudyProps): ReactNode {
  const words = useWords(modelPartWords);
  const { language } = useLanguage();
  const [moves, setMoves] = useState<Moves>({});
  const id = useId();
  const study = page.study!;
  const target = report.target!;
  const name = constructName(target, language);
  const found = whatIf(study, moves, target);
  const points = (value: number) => signedText(value, 1, language);
  const answer = found
    ? report.words.whatIfAnswer({
        target: name,
        change: points(found.change),
        range: joinInterval(points(found.interval.low), points(found.interval.high), language),
      })
    : report.words.whatIfNothing;
  return (
    <section className="why-picture screen">
      <h2>{report.words.whatIfTitle}</h2>
      <p className="subtitle">{report.words.whatIfLead(name)}</p>
      <div className="model-moves">
        {report.movable.map(({ key, name: construct, index }) => {
          const moved = moves[key] ?? 0;
          return (
            <p key={key}>
              <label htmlFor={`${id}-${key}`}>
                {construct}
                {index !== undefined && <small> {index}</small>}
              </label>
              <input
                id={`${id}-${key}`}
                type="range"
                min={-furthest}
                max={furthest}
                step={1}
                value={moved}
                aria-label={words.move(construct)}
                aria-valuetext={moved === 0 ? words.unmoved : signedText(moved, 0, language)}
                onChange={(event) => setMoves({ ...moves, [key]: Number(event.target.value) })}
              />
              <output htmlFor={`${id}-${key}`}>
                {moved === 0 ? numberText(0, 0, language) : signedText(moved, 0, language)}
              </output>
            </p>
          );
        })}
      </div>
      <p className="answer model-answer" role="status">
        {answer}
      </p>
      <button type="button" className="button" disabled={!found} onClick={() => setMoves({})}>
        {words.reset}
      </button>
    </section>
  );
}
