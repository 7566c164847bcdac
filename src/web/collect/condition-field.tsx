import { type ReactNode, useId } from 'react';
import { visibleText } from '../../present/index.ts';
import type { Condition, Question } from '../../survey/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { type ConditionTest, type EditorWords, editorWords } from './editor-words.ts';
import { shownText } from './shown-text.ts';

type Comparison = Extract<Condition, { is: string }>;

/** An item that a condition can look at: a question, or one row of a matrix. */
interface Item {
  readonly key: string;
  readonly text: string;
  readonly tests: readonly ConditionTest[];
  readonly values: readonly { readonly value: string | number; readonly text: string }[];
}

/** So many conditions can be joined. */
const mostConditions = 20;

/** Several joined conditions as the fields show them; undefined for what is nested deeper, which is read and taken away. */
function joinedOf(
  when: Condition,
): { readonly join: 'all' | 'any'; readonly parts: readonly Comparison[] } | undefined {
  if ('is' in when) return { join: 'all', parts: [when] };
  if ('not' in when) return undefined;
  const [join, parts] = 'all' in when ? (['all', when.all] as const) : (['any', when.any] as const);
  const flat = parts.flatMap((part) => ('is' in part ? [part] : []));
  return flat.length === parts.length ? { join, parts: flat } : undefined;
}

/** When a question is shown, as sentences that are filled in and joined by "all" or "any". */
export function ConditionField(props: {
  readonly question: Question;
  readonly earlier: readonly Question[];
  readonly onChange: (next: Question) => void;
}): ReactNode {
  const { question, earlier, onChange } = props;
  const words = useWords(editorWords);
  const { language } = useLanguage();
  const items = earlier.flatMap((one) => itemsOf(one, language));
  const { when, ...always } = question;
  if (items.length === 0 && !when) return null;
  const set = (next: Condition | undefined) => onChange((next ? { ...always, when: next } : always) as Question);
  const joined = when && joinedOf(when);
  if (when && !joined) {
    return (
      <p className="condition">
        {words.composed(sentenceOf(when, items, words))}{' '}
        <button type="button" className="link" onClick={() => set(undefined)}>
          {words.dropCondition}
        </button>
      </p>
    );
  }
  const { join, parts } = joined ?? { join: 'all' as const, parts: [] };
  const keep = (next: readonly Comparison[], by: 'all' | 'any' = join) => {
    const [first] = next;
    if (next.length < 2) return set(first);
    set(by === 'all' ? { all: [...next] } : { any: [...next] });
  };
  return (
    <div className="conditions">
      <div className="condition">
        <span>{words.shown}</span>
        <Choose
          label={words.shown}
          value={when ? 'if' : 'always'}
          choices={[
            ['always', words.always],
            ['if', words.onlyIf],
          ]}
          onChange={(value) => set(value === 'if' && items[0] ? firstOf(items.at(-1)!) : undefined)}
        />
        {parts.length > 1 && (
          <Choose
            label={words.when}
            value={join}
            choices={[
              ['all', words.joined.all],
              ['any', words.joined.any],
            ]}
            onChange={(by) => keep(parts, by as 'all' | 'any')}
          />
        )}
      </div>
      {parts.map((part, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two of them may be the same, and their place tells them apart
        <div className="condition" key={place}>
          <Comparing
            when={part}
            items={items}
            onChange={(next) => keep(parts.map((one, at) => (at === place ? (next as Comparison) : one)))}
          />
          {parts.length > 1 && (
            <button
              type="button"
              className="link"
              aria-label={words.removeCondition(place + 1)}
              onClick={() => keep(parts.filter((_, at) => at !== place))}
            >
              ×
            </button>
          )}
        </div>
      ))}
      {parts.length > 0 && parts.length < mostConditions && items.length > 0 && (
        <p>
          <button type="button" className="link" onClick={() => keep([...parts, firstOf(items.at(-1)!)])}>
            {words.addCondition}
          </button>
        </p>
      )}
    </div>
  );
}

function Comparing(props: {
  readonly when: Comparison;
  readonly items: readonly Item[];
  readonly onChange: (next: Condition) => void;
}): ReactNode {
  const { when, items, onChange } = props;
  const words = useWords(editorWords);
  const item = items.find(({ key }) => key === when.question);
  const values = item?.values ?? [];
  return (
    <>
      <Choose
        label={words.conditionQuestion}
        value={when.question}
        choices={[
          ...(item ? [] : [[when.question, when.question] as const]),
          ...items.map(({ key, text }) => [key, text] as const),
        ]}
        onChange={(key) => onChange(firstOf(items.find((one) => one.key === key)!))}
      />
      <Choose
        label={words.conditionTest}
        value={when.is}
        choices={(item?.tests ?? [when.is]).map((test) => [test, words.tests[test]] as const)}
        onChange={(test) => onChange(withTest(when, test as ConditionTest, values))}
      />
      {when.is !== 'answered' && (
        <Choose
          label={words.conditionValue}
          value={String(when.value)}
          choices={[
            ...(values.some(({ value }) => value === when.value)
              ? []
              : [[String(when.value), String(when.value)] as const]),
            ...values.map(({ value, text }) => [String(value), text] as const),
          ]}
          onChange={(value) => onChange({ ...when, value: values.find((one) => String(one.value) === value)!.value })}
        />
      )}
    </>
  );
}

function Choose(props: {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
}): ReactNode {
  const id = useId();
  return (
    <>
      <label className="unseen" htmlFor={id}>
        {props.label}
      </label>
      <select id={id} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
        {props.choices.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </>
  );
}

function itemsOf(question: Question, language: string): Item[] {
  const text = visibleText(shownText(question.text, language)) || question.key;
  if (question.kind === 'scale' || question.kind === 'matrix') {
    const { minimum, points } = question.scale;
    const values = Array.from({ length: points }, (_, k) => ({ value: minimum + k, text: String(minimum + k) }));
    const tests: Item['tests'] = ['atMost', 'atLeast', 'equals', 'answered'];
    if (question.kind === 'scale') return [{ key: question.key, text, tests, values }];
    return question.rows.map((row) => ({
      key: `${question.key}.${row.key}`,
      text: `${text}: ${visibleText(shownText(row.text, language))}`,
      tests,
      values,
    }));
  }
  if (question.kind === 'single' || question.kind === 'multiple') {
    const values = question.options.map((option) => ({
      value: option.key,
      text: visibleText(shownText(option.text, language)) || option.key,
    }));
    return [{ key: question.key, text, tests: ['includes', 'equals', 'answered'], values }];
  }
  return [{ key: question.key, text, tests: ['answered'], values: [] }];
}

/** A condition to begin with: of a scale its middle, of a choice its first option. */
function firstOf({ key, tests, values }: Item): Comparison {
  const middle = values[tests[0] === 'atMost' ? Math.floor((values.length - 1) / 2) : 0];
  return { question: key, is: tests[0]!, ...(middle ? { value: middle.value } : {}) };
}

function withTest({ question, value }: Comparison, is: ConditionTest, values: Item['values']): Comparison {
  if (is === 'answered') return { question, is };
  return { question, is, value: value ?? values[0]?.value ?? 0 };
}

function sentenceOf(when: Condition, items: readonly Item[], words: EditorWords): string {
  if ('all' in when) return when.all.map((part) => sentenceOf(part, items, words)).join(words.join.all);
  if ('any' in when) return when.any.map((part) => sentenceOf(part, items, words)).join(words.join.any);
  if ('not' in when) return `${words.join.not}${sentenceOf(when.not, items, words)}`;
  const item = items.find(({ key }) => key === when.question);
  const value = item?.values.find((one) => one.value === when.value)?.text ?? String(when.value ?? '');
  return words.sentence({ question: item?.text ?? when.question, test: when.is, value });
}
