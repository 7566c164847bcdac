import type { ReactNode } from 'react';
import { rulesWords } from '../../fielding/index.ts';
import { ChoiceField, TextField } from '../form/field.tsx';
import { useLanguage, useWords } from '../language.tsx';
import type { Json, JsonObject } from './asking-api.ts';
import { askingWords } from './asking-words.ts';
import { groupOf, isShownAsRows, type Join, joinedBy, joins } from './condition-group.ts';
import { ChoiceRule, RowsRule, TextRule } from './rule-fields.tsx';
import { listFrom, numberFrom } from './rules-draft.ts';
import { useRules } from './use-rules.tsx';

const tests = ['equal', 'not-equal', 'one-of', 'at-least', 'at-most', 'contains', 'known'] as const;
const fresh = { field: 'account.segment', is: 'equal', value: '' };

/** Conditions, a row each, joined as the reader says; one that is composed deeper is read, and changed in the JSON. */
export function ConditionRules({ field }: { readonly field: string }): ReactNode {
  const words = useWords(askingWords);
  const { read, summary, write } = useRules();
  if (isShownAsRows(read(field))) return <ConditionRows field={field} isInner={false} />;
  const sentence = (summary?.sentences.trigger ?? summary?.sentences.waves ?? '').split('. ').at(-1) ?? '';
  return (
    <p className="small">
      {sentence} {words.composed}{' '}
      <button type="button" className="link" onClick={() => write(field, undefined)}>
        {words.remove(words.part.condition)}
      </button>
    </p>
  );
}

function ConditionRows({ field, isInner }: { readonly field: string; readonly isInner: boolean }): ReactNode {
  const words = useWords(askingWords);
  const { read, write } = useRules();
  const condition = read(field);
  const { join, parts, at: inside } = groupOf(condition) ?? { join: 'all', parts: [], at: 'all' };
  // A group without a part says nothing, and would be refused.
  if (condition !== undefined && parts.length === 0) queueMicrotask(() => write(field, undefined));
  const other: Join = join === 'any' ? 'all' : 'any';
  return (
    <>
      {(parts.length > 1 || join !== 'all') && (
        <ChoiceField
          label={words.join.label}
          value={join}
          choices={joins.map((value) => ({ value, text: words.join[value] }))}
          onChange={(chosen) => write(field, joinedBy(chosen as Join, parts))}
        />
      )}
      <RowsRule
        field={`${field}.${inside}`}
        what={words.part.condition}
        add={words.add.condition}
        fresh={fresh}
        row={(at) => (groupOf(read(at)) ? <ConditionRows field={at} isInner /> : <TestRow at={at} />)}
      />
      {!isInner && parts.length > 0 && (
        <button
          type="button"
          className="link"
          onClick={() => write(`${field}.${inside}.${parts.length}`, joinedBy(other, [fresh, fresh]))}
        >
          {words.add.group}
        </button>
      )}
    </>
  );
}

function TestRow({ at }: { readonly at: string }): ReactNode {
  const words = useWords(askingWords);
  return (
    <>
      <TextRule field={`${at}.field`} name="conditionField" />
      <ChoiceRule
        field={`${at}.is`}
        name="conditionTest"
        choices={tests.map((value) => ({ value, text: words.testChoice[value] }))}
      />
      <ConditionValue at={at} />
    </>
  );
}

/** The value as the test wants it: none, one, or several. */
function ConditionValue({ at }: { readonly at: string }): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { read, write, faultAt } = useRules();
  const test = read(at) as JsonObject;
  const is = String(test.is);
  const meaning = (text: string): Json | undefined => {
    if (is === 'one-of') return listFrom(text);
    if (is === 'at-least' || is === 'at-most') return numberFrom(text);
    return text;
  };
  if (is === 'known') {
    // A test of presence has no value; one that was typed before would be refused.
    if (test.value !== undefined) queueMicrotask(() => write(`${at}.value`, undefined));
    return null;
  }
  const value = test.value ?? '';
  const choices = String(test.field) === 'contact.role' ? Object.keys(rulesWords[language].role).join(', ') : undefined;
  return (
    <TextField
      label={words.field.conditionValue}
      hint={choices}
      error={faultAt(`${at}.value`)}
      autoComplete="off"
      value={Array.isArray(value) ? value.join(', ') : String(value)}
      onChange={(event) => write(`${at}.value`, meaning(event.target.value))}
    />
  );
}
