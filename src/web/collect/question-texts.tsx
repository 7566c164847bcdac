import type { ReactNode } from 'react';
import { visibleText } from '../../present/index.ts';
import type { Question } from '../../survey/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { freeKey, withOptionalText, withText } from './edit-draft.ts';
import { editorWords } from './editor-words.ts';
import { shownText } from './shown-text.ts';
import { SideBySide } from './side-by-side.tsx';

interface TextsProps<Of extends Question = Question> {
  readonly question: Of;
  readonly languages: readonly string[];
  readonly onChange: (next: Question, mark?: string) => void;
}

/** Everything that a respondent reads of a question. */
export function QuestionTexts({ question, languages, onChange }: TextsProps): ReactNode {
  const words = useWords(editorWords);
  return (
    <>
      <SideBySide
        label={words.text}
        texts={question.text}
        languages={languages}
        isLong
        onChange={(language, text) =>
          onChange({ ...question, text: withText(question.text, language, text) }, `text ${language}`)
        }
      />
      <SideBySide
        label={words.help}
        texts={question.help}
        languages={languages}
        onChange={(language, text) =>
          onChange(
            withoutAbsent({ ...question, ...withOptionalText('help', question.help, [language, text]) }),
            `help ${language}`,
          )
        }
      />
      {(question.kind === 'scale' || question.kind === 'matrix') && (
        <Anchors question={question} languages={languages} onChange={onChange} />
      )}
      {question.kind === 'matrix' && <Rows question={question} languages={languages} onChange={onChange} />}
      {(question.kind === 'single' || question.kind === 'multiple') && (
        <Options question={question} languages={languages} onChange={onChange} />
      )}
    </>
  );
}

/** JSON of a questionnaire has no field without a value. */
const withoutAbsent = (question: Question): Question =>
  Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as Question;

function Anchors({
  question,
  languages,
  onChange,
}: TextsProps<Extract<Question, { kind: 'scale' | 'matrix' }>>): ReactNode {
  const words = useWords(editorWords);
  const ends = question.anchors.middle ? (['low', 'middle', 'high'] as const) : (['low', 'high'] as const);
  return ends.map((end) => (
    <SideBySide
      key={end}
      label={words[end]}
      texts={question.anchors[end]}
      languages={languages}
      onChange={(language, text) => {
        const anchors = { ...question.anchors, [end]: withText(question.anchors[end], language, text) };
        onChange({ ...question, anchors }, `${end} ${language}`);
      }}
    />
  ));
}

function Rows({ question, languages, onChange }: TextsProps<Extract<Question, { kind: 'matrix' }>>): ReactNode {
  const words = useWords(editorWords);
  return question.rows.map((row, index) => (
    <SideBySide
      key={row.key}
      label={words.row(index + 1)}
      texts={row.text}
      languages={languages}
      onChange={(language, text) => {
        const rows = question.rows.map((one) =>
          one.key === row.key ? { ...one, text: withText(one.text, language, text) } : one,
        );
        onChange({ ...question, rows }, `${row.key} ${language}`);
      }}
    />
  ));
}

const fewestOptions = 2;
const mostOptions = 60;

function Options({
  question,
  languages,
  onChange,
}: TextsProps<Extract<Question, { kind: 'single' | 'multiple' }>>): ReactNode {
  const words = useWords(editorWords);
  const { language: reader } = useLanguage();
  const { options } = question;
  const add = () => onChange({ ...question, options: [...options, { key: freeKey('option', options), text: {} }] });
  return (
    <>
      {options.map((option, index) => (
        <SideBySide
          key={option.key}
          label={words.option(index + 1)}
          texts={option.text}
          languages={languages}
          onChange={(language, text) => {
            const changed = options.map((one) =>
              one.key === option.key ? { ...one, text: withText(one.text, language, text) } : one,
            );
            onChange({ ...question, options: changed }, `${option.key} ${language}`);
          }}
        >
          {options.length > fewestOptions && (
            <button
              type="button"
              className="link"
              aria-label={words.removeOption(visibleText(shownText(option.text, reader)) || option.key)}
              onClick={() => onChange({ ...question, options: options.filter(({ key }) => key !== option.key) })}
            >
              ×
            </button>
          )}
        </SideBySide>
      ))}
      {options.length < mostOptions && (
        <p>
          <button type="button" className="link" onClick={add}>
            {words.addOption}
          </button>
        </p>
      )}
    </>
  );
}
