import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react';
import type { AuditResult } from '../../audit/index.ts';
import { type AuditReport, auditReport, type Language } from '../../present/index.ts';
import type { AuditOptions, FileColumn, OptionName } from './audit-request.ts';
import { type Correctable, correctable } from './choices.ts';
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
  const { words, options, onChange, result, language, first } = props;
  const set = (name: OptionName, value: string) => {
    const { [name]: _old, ...rest } = options;
    onChange(value ? { ...rest, [name]: value } : rest);
  };
  const assumed = result ? auditReport(result, language).notes.assumed : [];
  const fields = correctable(props).filter(({ name }) => name !== 'sheet' || result?.source.format === 'xlsx');
  fields.sort((a, b) => Number(b.name === first) - Number(a.name === first));
  return (
    <div className="corrections">
      <p className="subtitle">{words.correctLead}</p>
      <Suggestions id="suggested-timeZone" values={Intl.supportedValuesOf('timeZone')} />
      <Suggestions id="suggested-scale" values={['0-10', '1-5', '1-7', '1-10', '0-100']} />
      <div className="fields">
        {fields.map((field) => (
          <Field
            key={field.name}
            field={field}
            words={words}
            value={options[field.name] ?? ''}
            assumed={assumed.find((row) => row.what === field.name)}
            onSet={(value) => set(field.name, value)}
          />
        ))}
      </div>
    </div>
  );
}

function Suggestions({ id, values }: { readonly id: string; readonly values: readonly string[] }): ReactNode {
  return (
    <datalist id={id}>
      {values.map((value) => (
        <option key={value} value={value} />
      ))}
    </datalist>
  );
}

interface FieldProps {
  readonly field: Correctable;
  readonly words: PageWords;
  readonly value: string;
  readonly assumed: AuditReport['notes']['assumed'][number] | undefined;
  readonly onSet: (value: string) => void;
}

function Field({ field, words, value, assumed, onSet }: FieldProps): ReactNode {
  const id = useId();
  const { name, choices, example } = field;
  const offered =
    value && !choices.some((choice) => choice.value === value) ? [...choices, { value, text: value }] : choices;
  return (
    <div className="field">
      <label htmlFor={id}>{words.fields[name]}</label>
      {choices.length === 0 && example !== undefined ? (
        <FreeText
          id={id}
          value={value}
          placeholder={assumed?.value ?? example}
          list={`suggested-${name}`}
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
  readonly list: string;
  readonly words: PageWords;
  readonly onSet: (value: string) => void;
}): ReactNode {
  const [text, setText] = useState(props.value);
  // Another file begins without corrections.
  useEffect(() => setText(props.value), [props.value]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== props.value) props.onSet(text.trim());
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
      <button type="submit" className="button">
        {props.words.apply}
      </button>
    </form>
  );
}
