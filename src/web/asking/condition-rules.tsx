import type { ReactNode } from 'react';
import { rulesWords } from '../../fielding/index.ts';
import { TextField } from '../form/field.tsx';
import { useLanguage, useWords } from '../language.tsx';
import type { Json, JsonObject } from './asking-api.ts';
import { askingWords } from './asking-words.ts';
import { ChoiceRule, RowsRule, TextRule } from './rule-fields.tsx';
import { listFrom, numberFrom, valueAt } from './rules-draft.ts';
import { useRules } from './use-rules.tsx';

const tests = ['equal', 'not-equal', 'one-of', 'at-least', 'at-most', 'contains', 'known'] as const;
const fresh = { field: 'account.segment', is: 'equal', value: '' };

/** Conditions that all have to hold, a row each; one that is composed otherwise is read, and changed in the JSON. */
export function ConditionRules({ field }: { readonly field: string }): ReactNode {
  const words = useWords(askingWords);
  const { read, summary, write } = useRules();
  const condition = read(field);
  const listed = valueAt(condition, ['all']);
  const isSimple = condition === undefined || (Array.isArray(listed) && listed.every((one) => valueAt(one, ['is'])));
  if (!isSimple) {
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
  return (
    <RowsRule
      field={`${field}.all`}
      what={words.part.condition}
      add={words.add.condition}
      fresh={fresh}
      row={(at) => (
        <>
          <TextRule field={`${at}.field`} name="conditionField" />
          <ChoiceRule
            field={`${at}.is`}
            name="conditionTest"
            choices={tests.map((value) => ({ value, text: words.testChoice[value] }))}
          />
          <ConditionValue at={at} />
        </>
      )}
    />
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
