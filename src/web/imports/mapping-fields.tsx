import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { type MetricId, metricIds } from '../../metrics/index.ts';
import { metricNames, visibleText } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { type Choice, ChoiceRow } from './choice-row.tsx';
import type { FileKind, GivenMapping, Preview, ScoreColumn } from './import-api.ts';
import { importWords } from './import-words.ts';
import { boundTo } from './score-scale.ts';

interface MappingProps {
  readonly kind: FileKind;
  readonly preview: Preview;
  readonly given: GivenMapping;
  readonly onChange: (given: GivenMapping) => void;
}

/** How each thing is read, as a control of the browser's own. */
export function MappingFields(props: MappingProps): ReactNode {
  const { kind, preview, given, onChange } = props;
  const words = useWords(importWords);
  const columns = preview.columns.map(({ name, example }) => ({
    value: name,
    text: visibleText(example ? `${name} (${example.slice(0, 24)})` : name),
  }));
  const set = (field: string, column: string) =>
    onChange({ ...given, columns: { ...given.columns, [field]: column === '' ? null : column } });
  return (
    <div className="fields">
      {kind === 'answers' && <AnswerFields {...props} columns={columns} />}
      {preview.fields.map(({ name, needed }) => (
        <ChoiceRow
          key={name}
          label={words.field[name] ?? name}
          value={preview.mapping.columns[name] ?? ''}
          choices={needed ? columns : [{ value: '', text: words.noColumn }, ...columns]}
          onChoose={(column) => set(name, column)}
        />
      ))}
    </div>
  );
}

function AnswerFields(props: MappingProps & { readonly columns: readonly Choice[] }): ReactNode {
  const { preview, given, onChange, columns } = props;
  const words = useWords(importWords);
  const { language } = useLanguage();
  const { mapping } = preview;
  const scores = mapping.scores ?? [];
  const change = (index: number, score: Partial<ScoreColumn>) =>
    onChange({ ...given, scores: scores.map((old, at) => (at === index ? { ...old, ...score } : old)) });
  const levels = Object.entries(words.levels).map(([value, text]) => ({ value, text }));
  const orders = Object.entries(words.orders).map(([value, text]) => ({ value, text }));
  const { dateOrder: _order, ...withoutOrder } = given;
  return (
    <>
      {scores.map((score, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the score columns keep their order
        <div className="field-pair" key={index}>
          <ChoiceRow
            label={words.scoreColumn}
            value={score.column}
            choices={columns}
            onChoose={(column) => change(index, { column })}
          />
          <ChoiceRow
            label={words.metric}
            value={score.metric}
            choices={metricIds.map((id) => ({ value: id, text: metricNames[language][id] }))}
            onChoose={(metric) => change(index, boundTo(metric as MetricId, score))}
          />
        </div>
      ))}
      {!mapping.columns.level && (
        <ChoiceRow
          label={words.level}
          value={mapping.level ?? 'relationship'}
          choices={levels}
          onChoose={(level) => onChange({ ...given, level: level as 'encounter' | 'relationship' })}
        />
      )}
      <TextRow label={words.survey} value={mapping.survey ?? ''} onSet={(survey) => onChange({ ...given, survey })} />
      <ChoiceRow
        label={words.dateOrder}
        value={given.dateOrder ?? ''}
        choices={[{ value: '', text: words.automatic }, ...orders]}
        onChoose={(order) => onChange(order ? { ...given, dateOrder: order as 'dmy' | 'mdy' | 'ymd' } : withoutOrder)}
      />
    </>
  );
}

/** A text is applied when it is finished: on Enter, or when it is left. */
function TextRow(props: {
  readonly label: string;
  readonly value: string;
  readonly onSet: (value: string) => void;
}): ReactNode {
  const id = useId();
  const [text, setText] = useState<string>();
  const shown = text ?? props.value;
  const apply = (event: FormEvent) => {
    event.preventDefault();
    const wanted = shown.trim();
    setText(undefined);
    if (wanted !== '' && wanted !== props.value) props.onSet(wanted);
  };
  return (
    <form className="field" onSubmit={apply}>
      <label htmlFor={id}>{props.label}</label>
      <input
        id={id}
        value={shown}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
        onBlur={apply}
      />
    </form>
  );
}
