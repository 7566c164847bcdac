import { type ReactNode, useState } from 'react';
import { visibleText } from '../../present/index.ts';
import { ChoiceField, TextField } from '../form/field.tsx';
import { useWords } from '../language.tsx';
import type { TypeRule } from './events-api.ts';
import { eventsWords } from './events-words.ts';
import { useTouchpoints } from './test-event.tsx';

const happenings = ['closed', 'opened', 'reopened', 'withdrawn'] as const;
/** Those that most systems call otherwise; the others are behind a fold. */
const usual = ['encounter', 'at', 'account', 'contact.id', 'contact.email', 'contact.name', 'contact.language'];

/** How events of one type are read. */
export function MappingRule(props: {
  readonly rule: TypeRule;
  readonly onChange: (next: TypeRule) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const { rule, onChange, onRemove } = props;
  const words = useWords(eventsWords);
  const known = useTouchpoints().data?.touchpoints ?? [];
  const { ignore, touchpoint, happened, ...rest } = rule;
  const set = (change: Partial<Record<keyof TypeRule, unknown>>) => {
    const next = { ...rule, ...change };
    onChange(
      Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as unknown as TypeRule,
    );
  };
  return (
    <fieldset className="mapping-rule">
      <legend>{words.rule(visibleText(rule.type))}</legend>
      <div className="rule-fields">
        <TextField
          label={words.type}
          hint={words.typeHint}
          value={rule.type}
          onChange={(event) => set({ type: event.target.value })}
        />
        <TextField
          label={words.fromSource}
          value={rule.source ?? ''}
          onChange={(event) => set({ source: event.target.value || undefined })}
        />
      </div>
      <p className="check">
        <label>
          <input
            type="checkbox"
            checked={ignore === true}
            onChange={(event) => onChange(event.target.checked ? { type: rest.type, ignore: true } : rest)}
          />{' '}
          {words.ignore}
        </label>
      </p>
      {!ignore && (
        <>
          <div className="rule-fields">
            <ChoiceField
              label={words.testTouchpoint}
              value={touchpoint ?? ''}
              onChange={(value) => set({ touchpoint: value || undefined })}
              choices={[
                { value: '', text: words.usual },
                ...known.map(({ key, name }) => ({ value: key, text: visibleText(name) })),
                ...(touchpoint && known.every(({ key }) => key !== touchpoint)
                  ? [{ value: touchpoint, text: touchpoint }]
                  : []),
              ]}
            />
            <ChoiceField
              label={words.happened}
              value={happened ?? ''}
              onChange={(value) => set({ happened: value || undefined })}
              choices={[
                { value: '', text: words.usual },
                ...happenings.map((value) => ({ value, text: words.happening[value] })),
              ]}
            />
          </div>
          <Fields rule={rule} onChange={(fields) => set({ fields })} />
        </>
      )}
      <p>
        <button type="button" className="link" aria-label={words.removeRuleName(rule.type)} onClick={onRemove}>
          {words.removeRule}
        </button>
      </p>
    </fieldset>
  );
}

function Fields(props: {
  readonly rule: TypeRule;
  readonly onChange: (fields: Readonly<Record<string, string>>) => void;
}): ReactNode {
  const words = useWords(eventsWords);
  const [isOpen, setIsOpen] = useState(false);
  const { fields = {} } = props.rule;
  const all = Object.keys(words.fieldName);
  const own = Object.keys(fields).filter((name) => !all.includes(name));
  const others = [...all.filter((name) => !usual.includes(name)), ...own];
  const shownOthers = isOpen || others.some((name) => fields[name] !== undefined);
  const input = (name: string) => (
    <TextField
      key={name}
      label={words.fieldName[name] ?? name}
      placeholder={words.byConvention}
      value={fields[name] ?? ''}
      onChange={(event) => props.onChange({ ...fields, [name]: event.target.value })}
    />
  );
  return (
    <>
      <p className="rule-fields-title">{words.fields}</p>
      <p className="small">{words.fieldsHint}</p>
      <div className="rule-fields">{usual.map(input)}</div>
      <details open={shownOthers} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{words.more}</summary>
        <div className="rule-fields">{shownOthers && others.map(input)}</div>
      </details>
    </>
  );
}
