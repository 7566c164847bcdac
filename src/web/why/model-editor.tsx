import { type ReactNode, useId, useState } from 'react';
import type { Construct, PathModelSpecification } from '../../model/index.ts';
import type { ModelPage } from '../../overview/index.ts';
import { constructName, itemName, modelWords } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { save } from '../save-file.ts';
import { arrowsWithout, isModel, withArrow, withConstruct, withItem } from './model-draft.ts';
import { modelPartWords } from './model-part-words.ts';

interface EditorProps {
  readonly page: ModelPage;
  readonly isOpen?: boolean;
  /** Undefined: back to what is proposed. */
  readonly onApply: (specification: PathModelSpecification | undefined) => void;
}

/** Which question measures what, and what acts on what: a draft that is estimated when it is said so. */
export function ModelEditor({ page, isOpen = false, onApply }: EditorProps): ReactNode {
  const words = useWords(modelPartWords);
  const { language } = useLanguage();
  const survey = page.surveys.find(({ key }) => key === page.survey)!;
  const usual = survey.questions[0]?.scale ?? { min: 1, max: 10 };
  const [draft, setDraft] = useState<PathModelSpecification>(
    page.specification ?? { constructs: [], paths: [], scale: [usual.min, usual.max] },
  );
  const [wrong, setWrong] = useState(false);
  const weightingId = useId();
  const told = modelWords[language];
  const open = async (file: File | undefined) => {
    const given = file && (await file.text().then(parsed));
    setWrong(file !== undefined && given === undefined);
    if (given) setDraft(given);
  };
  return (
    <details className="model-more" open={isOpen}>
      <summary>{words.editTitle}</summary>
      <p>{words.editLead}</p>
      {page.proposal && <p>{words.proposed(page.proposal.template)}</p>}
      <ConstructList draft={draft} onChange={setDraft} />
      <ItemList page={page} draft={draft} onChange={setDraft} />
      {draft.constructs.length > 1 && <ArrowTable draft={draft} onChange={setDraft} />}
      <div className="why-choices">
        <p>
          <label htmlFor={weightingId}>{words.weighting}</label>
          <select
            id={weightingId}
            value={draft.weighting ?? 'path'}
            onChange={(event) => setDraft({ ...draft, weighting: event.target.value as 'path' })}
          >
            {(['path', 'factorial', 'centroid'] as const).map((scheme) => (
              <option key={scheme} value={scheme}>
                {told.weighting[scheme]}
              </option>
            ))}
          </select>
        </p>
        <label className="model-check">
          <input
            type="checkbox"
            checked={draft.consistent ?? false}
            onChange={(event) => setDraft({ ...draft, consistent: event.target.checked })}
          />
          <span>{words.consistent}</span>
        </label>
      </div>
      <div className="buttons">
        <button type="button" className="button button-strong" onClick={() => onApply(withoutEmpty(draft))}>
          {words.apply}
        </button>
        <button type="button" className="button" onClick={() => onApply(undefined)}>
          {words.backToProposed}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => save(`${told.file}.json`, 'application/json', `${JSON.stringify(draft, null, 2)}\n`)}
        >
          {words.saveJson}
        </button>
        <label className="button model-file">
          <input type="file" accept=".json,application/json" onChange={(event) => void open(event.target.files?.[0])} />
          {words.openJson}
        </label>
      </div>
      {wrong && (
        <p role="alert" className="form-error">
          {words.notJson}
        </p>
      )}
      <p className="small">{words.inAddress}</p>
    </details>
  );
}

function parsed(text: string): PathModelSpecification | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isModel(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** A construct nobody gave a question to is not meant. */
function withoutEmpty(draft: PathModelSpecification): PathModelSpecification {
  const empty = draft.constructs.filter(({ items }) => items.length === 0).map(({ name }) => name);
  return {
    ...draft,
    constructs: draft.constructs.filter(({ items }) => items.length > 0),
    paths: empty.reduce((paths, name) => arrowsWithout(paths, name), draft.paths),
  };
}

interface DraftProps {
  readonly draft: PathModelSpecification;
  readonly onChange: (draft: PathModelSpecification) => void;
}

function ConstructList({ draft, onChange }: DraftProps): ReactNode {
  const words = useWords(modelPartWords);
  const { language } = useLanguage();
  const id = useId();
  const change = (place: number, next: Construct | undefined) => onChange(withConstruct(draft, place, next));
  const add = () => {
    const taken = new Set(draft.constructs.map(({ name }) => name));
    let number = draft.constructs.length + 1;
    while (taken.has(`${words.newConstruct}_${number}`)) number++;
    change(draft.constructs.length, {
      name: `${words.newConstruct}_${number}`,
      measurement: 'reflective',
      items: [],
    });
  };
  return (
    <section>
      <h3>{words.constructs}</h3>
      <ul className="model-constructs">
        {draft.constructs.map((construct, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a construct is known by its place while its name is typed
          <li key={place}>
            <label htmlFor={`${id}-${place}`} className="unseen">
              {words.constructName}
            </label>
            <input
              id={`${id}-${place}`}
              type="text"
              value={construct.name}
              onChange={(event) => change(place, { ...construct, name: event.target.value })}
            />
            <label className="model-check">
              <input
                type="checkbox"
                checked={construct.measurement === 'formative'}
                onChange={(event) =>
                  change(place, { ...construct, measurement: event.target.checked ? 'formative' : 'reflective' })
                }
              />
              <span>{words.formative}</span>
            </label>
            <button
              type="button"
              className="link"
              aria-label={words.remove(constructName(construct.name, language))}
              onClick={() => change(place, undefined)}
            >
              {words.remove('')}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button" onClick={add}>
        {words.addConstruct}
      </button>
    </section>
  );
}

function ItemList({ page, draft, onChange }: DraftProps & { readonly page: ModelPage }): ReactNode {
  const words = useWords(modelPartWords);
  const { language } = useLanguage();
  const id = useId();
  const survey = page.surveys.find(({ key }) => key === page.survey)!;
  return (
    <section>
      <h3>{modelWords[language].item}</h3>
      <ul className="model-items">
        {survey.questions.map(({ key, scale }) => {
          const isOnScale = scale.min === draft.scale[0] && scale.max === draft.scale[1];
          const owner = draft.constructs.find(({ items }) => items.includes(key))?.name ?? '';
          return (
            <li key={key}>
              <label htmlFor={`${id}-${key}`}>
                {itemName(page, key, language)} <small>{`${scale.min}–${scale.max}`}</small>
              </label>
              <select
                id={`${id}-${key}`}
                value={owner}
                disabled={!isOnScale}
                onChange={(event) => onChange(withItem(draft, key, event.target.value))}
              >
                <option value="">{words.none}</option>
                {draft.constructs.map(({ name }) => (
                  <option key={name} value={name}>
                    {constructName(name, language)}
                  </option>
                ))}
              </select>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function ArrowTable({ draft, onChange }: DraftProps): ReactNode {
  const words = useWords(modelPartWords);
  const { language } = useLanguage();
  const name = (key: string) => constructName(key, language);
  const has = (from: string, to: string) => draft.paths.some((path) => path[0] === from && path[1] === to);
  return (
    <section>
      <h3>{words.arrows}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className="scroll" aria-label={words.arrows} tabIndex={0}>
        <table className="model-arrows">
          <caption>{words.fromRows}</caption>
          <thead>
            <tr>
              <td />
              {draft.constructs.map(({ name: to }) => (
                <th key={to} scope="col">
                  {name(to)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {draft.constructs.map(({ name: from }) => (
              <tr key={from}>
                <th scope="row">{name(from)}</th>
                {draft.constructs.map(({ name: to }) => (
                  <td key={to}>
                    {from !== to && (
                      <label>
                        <span className="unseen">{words.arrow(name(from), name(to))}</span>
                        <input
                          type="checkbox"
                          checked={has(from, to)}
                          onChange={(event) => onChange(withArrow(draft, [from, to], event.target.checked))}
                        />
                      </label>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
