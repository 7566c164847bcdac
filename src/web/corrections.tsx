import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { AuditResult } from '../audit/index.ts';
import { metricIds } from '../metrics/index.ts';
import { type AuditReport, auditReport, type Language } from '../present/index.ts';
import type { AuditOptions, FileColumn, OptionName } from './audit-request.ts';
import { metricNames, orderNames, periodUnitNames } from './choices.ts';
import type { PageWords } from './page-words.ts';

export interface CorrectionsProps {
  readonly words: PageWords;
  readonly language: Language;
  readonly options: AuditOptions;
  readonly columns: readonly FileColumn[];
  /** The result whose assumptions are corrected; absent after a refusal. */
  readonly result?: AuditResult | undefined;
  /** Values that a refusal offers to keep, as "column=value". */
  readonly whereChoices?: readonly string[];
  /** What a refusal asks for stands first. */
  readonly first?: OptionName | undefined;
  readonly onChange: (options: AuditOptions) => void;
}

/** What was detected, each as a control of the browser's own; a change judges the same file again. */
export function Corrections(props: CorrectionsProps): ReactNode {
  const { words, options, onChange, result, columns, language } = props;
  const set = (name: OptionName, value: string) => {
    const { [name]: _old, ...rest } = options;
    onChange(value ? { ...rest, [name]: value } : rest);
  };
  const assumed = result ? auditReport(result, language).notes.assumed : [];
  const of = (what: string) => assumed.find((row) => row.what === what);
  const field = (name: OptionName, choices: readonly Choice[], free?: string) => (
    <Field
      key={name}
      name={name}
      label={words.fields[name]}
      value={options[name] ?? ''}
      assumed={of(name)}
      choices={choices}
      free={free}
      {...props}
      onSet={(value) => set(name, value)}
    />
  );
  const columnChoices = (kinds: readonly FileColumn['kind'][]) => columnsAsChoices(columns, kinds, words);
  const fields: Readonly<Partial<Record<OptionName, ReactNode>>> = {
    score: field('score', columnChoices(['score', 'number', 'text'])),
    metric: field(
      'metric',
      metricIds.map((id) => ({ value: id, text: metricNames[language][id] })),
    ),
    scale: field(
      'scale',
      ['0-10', '1-5', '1-7', '1-10', '0-100'].map((value) => ({ value, text: value.replace('-', '–') })),
      '0-10',
    ),
    date: field('date', columnChoices(['date', 'text', 'number'])),
    dateOrder: field(
      'dateOrder',
      (['dmy', 'mdy', 'ymd'] as const).map((value) => ({ value, text: orderNames[language][value] })),
    ),
    period: field(
      'period',
      (['week', 'month', 'quarter'] as const).map((value) => ({ value, text: periodUnitNames[language][value] })),
    ),
    timeZone: field('timeZone', [], 'Europe/Helsinki'),
    account: field('account', columnChoices(['text', 'number', 'score'])),
    role: field('role', columnChoices(['text', 'number'])),
    where: field(
      'where',
      (props.whereChoices ?? []).map((value) => ({ value, text: value })),
      words.wherePlaceholder,
    ),
    ...(result?.source.format === 'xlsx' ? { sheet: field('sheet', [], of('sheet')?.value ?? '') } : {}),
  };
  const order = Object.keys(fields) as OptionName[];
  if (props.first) order.sort((a, b) => Number(b === props.first) - Number(a === props.first));
  return (
    <div className="corrections">
      <p className="subtitle">{words.correctLead}</p>
      <datalist id="time-zones">
        {Intl.supportedValuesOf('timeZone').map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <div className="fields">{order.map((name) => fields[name])}</div>
    </div>
  );
}

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Columns of the likely kinds first, then the others: a detection may be wrong about the kind too. */
function columnsAsChoices(
  columns: readonly FileColumn[],
  kinds: readonly FileColumn['kind'][],
  words: PageWords,
): readonly Choice[] {
  const rank = (kind: FileColumn['kind']) => (kinds.includes(kind) ? kinds.indexOf(kind) : kinds.length);
  return [...columns]
    .filter(({ kind }) => kind !== 'empty')
    .sort((a, b) => rank(a.kind) - rank(b.kind))
    .map(({ name, example }) => ({
      value: name,
      text: example ? `${name} (${words.example(example.slice(0, 24))})` : name,
    }));
}

interface FieldProps extends CorrectionsProps {
  readonly name: OptionName;
  readonly label: string;
  readonly value: string;
  readonly assumed: AuditReport['notes']['assumed'][number] | undefined;
  readonly choices: readonly Choice[];
  /** A text may be written instead of chosen; this is its example. */
  readonly free: string | undefined;
  readonly onSet: (value: string) => void;
}

function Field({ name, label, value, assumed, choices, free, words, onSet }: FieldProps): ReactNode {
  const id = useId();
  const onlyText = free !== undefined && choices.length === 0;
  const offered =
    value && !choices.some((choice) => choice.value === value) ? [...choices, { value, text: value }] : choices;
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {onlyText ? (
        <FreeText
          id={id}
          value={value}
          placeholder={assumed?.value ?? free}
          list={name === 'timeZone' ? 'time-zones' : undefined}
          words={words}
          onSet={onSet}
        />
      ) : (
        <select id={id} value={value} onChange={(event) => onSet(event.target.value)}>
          <option value="">{automaticText(assumed, words)}</option>
          {offered.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
      {assumed?.why && !value && <p className="why">{assumed.why}</p>}
    </div>
  );
}

/** What stands there while nothing was chosen. After a choice the detected value is not known any more. */
function automaticText(assumed: FieldProps['assumed'], words: PageWords): string {
  if (!assumed || assumed.because === 'flag') return words.detect;
  return assumed.because === 'default' ? words.usual(assumed.value) : words.detected(assumed.value);
}

/** A text is applied when it is finished: on Enter, or by the button. */
function FreeText(props: {
  readonly id: string;
  readonly value: string;
  readonly placeholder: string;
  readonly list: string | undefined;
  readonly words: PageWords;
  readonly onSet: (value: string) => void;
}): ReactNode {
  const [text, setText] = useState(props.value);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSet(text.trim());
  };
  return (
    <form className="free" onSubmit={submit}>
      <input
        id={props.id}
        value={text}
        placeholder={props.placeholder}
        autoComplete="off"
        list={props.list}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button" disabled={text.trim() === props.value}>
        {props.words.apply}
      </button>
    </form>
  );
}
