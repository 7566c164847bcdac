import type { ReactNode } from 'react';
import { respondentRoles, rulesWords } from '../../fielding/index.ts';
import { ChoiceField, TextField } from '../form/field.tsx';
import { useLanguage, useWords } from '../language.tsx';
import type { JsonObject } from './asking-api.ts';
import { useTouchpoints } from './asking-queries.ts';
import { askingWords } from './asking-words.ts';
import { NumberRule, RuleGroup } from './rule-fields.tsx';
import { numberFrom } from './rules-draft.ts';
import { useRules } from './use-rules.tsx';

/** Which share is asked, with other shares for some segments, roles or touchpoints. */
export function ShareRules(): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { read, write } = useRules();
  const by = read('sampling.by');
  const names = rulesWords[language].dimension;
  const choose = (value: string) => {
    const { share } = (read('sampling') ?? {}) as JsonObject;
    write('sampling', { ...(share !== undefined && { share }), ...(value !== '' && { by: value, shares: {} }) });
  };
  return (
    <RuleGroup part="sampling">
      <NumberRule field="sampling.share" name="share" times={100} also="sampling" />
      <ChoiceField
        label={words.field.sharesBy}
        value={by === undefined ? '' : String(by)}
        onChange={choose}
        choices={[
          { value: '', text: words.one },
          ...(['segment', 'role', 'touchpoint'] as const).map((value) => ({ value, text: names[value] })),
        ]}
      />
      {by !== undefined && <Shares by={String(by)} />}
    </RuleGroup>
  );
}

function Shares({ by }: { readonly by: string }): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { read, write, faultAt } = useRules();
  const { nameOf, touchpoints } = useTouchpoints();
  const shares = Object.entries((read('sampling.shares') ?? {}) as JsonObject);
  const nameText = (key: string) =>
    by === 'role' ? (rulesWords[language].role[key as 'payer'] ?? key) : by === 'touchpoint' ? nameOf(key) : key;
  // Keys may hold dots, so the whole is written, not a path into it.
  const put = (entries: readonly (readonly [string, JsonObject[string]])[]) =>
    write('sampling.shares', Object.fromEntries(entries));
  const known = by === 'role' ? respondentRoles : by === 'touchpoint' ? touchpoints.map(({ key }) => key) : undefined;
  const free = known?.find((key) => !shares.some(([other]) => other === key));
  return (
    <div className="rule-rows">
      {shares.map(([key, share], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the key of a share is what is typed
        <div key={index} className="rule-row rule-fields">
          {known ? (
            <ChoiceField
              label={words.field.value}
              value={key}
              choices={[...new Set([key, ...known])].map((value) => ({ value, text: nameText(value) }))}
              onChange={(next) => put(shares.map((one, i) => (i === index ? [next, one[1]] : one)))}
            />
          ) : (
            <TextField
              label={words.field.value}
              value={key}
              autoComplete="off"
              onChange={(event) => put(shares.map((one, i) => (i === index ? [event.target.value, one[1]] : one)))}
            />
          )}
          <TextField
            label={words.field.share}
            inputMode="decimal"
            autoComplete="off"
            error={faultAt(`sampling.shares.${key}`)}
            value={typeof share === 'number' ? String(Number((share * 100).toPrecision(12))) : String(share ?? '')}
            onChange={(event) =>
              put(shares.map((one, i) => (i === index ? [one[0], numberFrom(event.target.value, 100) ?? ''] : one)))
            }
          />
          <button type="button" className="link" onClick={() => put(shares.filter((_, i) => i !== index))}>
            {words.remove(nameText(key))}
          </button>
        </div>
      ))}
      <button type="button" className="button" onClick={() => put([...shares, [free ?? '', 1]])}>
        {words.add.share}
      </button>
    </div>
  );
}
