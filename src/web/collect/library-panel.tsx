import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { metricIds } from '../../metrics/index.ts';
import { metricNames, numberText } from '../../present/index.ts';
import type { Question } from '../../survey/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { ChoiceField } from '../form/field.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { collectWords } from './collect-words.ts';
import { addQuestion } from './edit-draft.ts';
import { editorWords } from './editor-words.ts';
import { languageName } from './language-name.ts';
import { shownText } from './shown-text.ts';
import { channels, type LibraryQuestion, roles, type SurveyLevel, touchpoints } from './survey-api.ts';
import type { EditedDraft } from './use-draft.ts';

type Filter = 'touchpoint' | 'channel' | 'role' | 'metric' | 'language';

/** So many are shown until all are asked for: a list of sixty is no search. */
const shownAtFirst = 6;

/** Ready questions, found by what they are for, each with its seconds; and empty ones of one's own. */
export function LibraryPanel(props: { readonly draft: EditedDraft; readonly level: SurveyLevel }): ReactNode {
  const { draft, level } = props;
  const words = useWords(editorWords);
  const { slug } = useWorkspace();
  const { language } = useLanguage();
  const id = useId();
  const [filter, setFilter] = useState<Readonly<Partial<Record<Filter, string>>>>(
    level === 'relationship' ? { touchpoint: 'relationship' } : {},
  );
  const [isWhole, setIsWhole] = useState(false);
  const [said, setSaid] = useState('');
  const wanted = new URLSearchParams({ ...filter, words: language }).toString();
  const found = useQuery({
    queryKey: ['question-library', slug, wanted],
    queryFn: ({ signal }) =>
      ask<{ questions: LibraryQuestion[] }>(apiOf(slug, `/question-library?${wanted}`), { signal }),
    placeholderData: (before) => before,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const add = (question: Question) => {
    draft.change(addQuestion(draft.content, question));
    setSaid(words.added(shownText(question.text, language)));
  };
  const questions = found.data?.questions ?? [];
  const shown = isWhole ? questions : questions.slice(0, shownAtFirst);
  return (
    <section className="editor-part" aria-labelledby={id}>
      <h2 id={id}>{words.library}</h2>
      <p className="subtitle">{words.libraryLead}</p>
      <Filters filter={filter} languages={draft.content.languages} onChange={setFilter} />
      {found.error && <Failure heading="h2" error={found.error} onAgain={() => void found.refetch()} />}
      {found.data && questions.length === 0 && <p className="small">{words.libraryNone}</p>}
      <ul className="found-questions">
        {shown.map((one) => (
          <FoundQuestion key={one.id} found={one} onAdd={() => add(one.question)} />
        ))}
      </ul>
      {shown.length < questions.length && (
        <button type="button" className="link" onClick={() => setIsWhole(true)}>
          {words.showAll(questions.length)}
        </button>
      )}
      <p role="status" className="small">
        {said}
      </p>
      <p className="own-questions">
        {words.own}{' '}
        <button type="button" className="button" onClick={() => add(ownText)}>
          {words.ownText}
        </button>{' '}
        <button type="button" className="button" onClick={() => add(ownScale)}>
          {words.ownScale}
        </button>{' '}
        <button type="button" className="button" onClick={() => add(ownChoice)}>
          {words.ownChoice}
        </button>
      </p>
    </section>
  );
}

const ownText: Question = { kind: 'text', key: 'open', text: {}, longest: 2000 };
const ownScale: Question = {
  kind: 'scale',
  key: 'scale',
  text: {},
  metric: 'mean',
  scale: { minimum: 1, points: 5 },
  anchors: { low: {}, high: {} },
};
const ownChoice: Question = {
  kind: 'single',
  key: 'choice',
  text: {},
  options: [
    { key: 'option', text: {} },
    { key: 'option-2', text: {} },
  ],
};

function FoundQuestion(props: { readonly found: LibraryQuestion; readonly onAdd: () => void }): ReactNode {
  const { question, touchpoint, seconds, reason } = props.found;
  const words = useWords(editorWords);
  const list = useWords(collectWords);
  const { language } = useLanguage();
  const text = shownText(question.text, language);
  const metric = 'metric' in question ? [metricNames[language][question.metric]] : [];
  const facts = [list.touchpoint[touchpoint], words.kind[question.kind], ...metric];
  return (
    <li>
      <div>
        <p className="found-text">{text}</p>
        <p className="small">
          {facts.join(' · ')} · <b>{words.seconds(numberText(seconds, 0, language))}</b>
        </p>
        <p className="small">{reason}</p>
      </div>
      <button type="button" className="button" aria-label={words.addName(text)} onClick={props.onAdd}>
        {words.add}
      </button>
    </li>
  );
}

function Filters(props: {
  readonly filter: Readonly<Partial<Record<Filter, string>>>;
  readonly languages: readonly string[];
  readonly onChange: (filter: Readonly<Partial<Record<Filter, string>>>) => void;
}): ReactNode {
  const words = useWords(editorWords);
  const list = useWords(collectWords);
  const { language } = useLanguage();
  const choices: Readonly<Record<Filter, readonly (readonly [string, string])[]>> = {
    touchpoint: touchpoints.map((value) => [value, list.touchpoint[value]]),
    channel: channels.map((value) => [value, words.channel[value]]),
    role: roles.map((value) => [value, words.role[value]]),
    metric: metricIds.map((value) => [value, metricNames[language][value]]),
    language: props.languages.map((value) => [value, languageName(value, language)]),
  };
  return (
    <div className="library-filters">
      {(Object.keys(choices) as Filter[]).map((name) => (
        <ChoiceField
          key={name}
          label={words.filters[name]}
          value={props.filter[name] ?? ''}
          choices={[{ value: '', text: words.anyOf }, ...choices[name].map(([value, text]) => ({ value, text }))]}
          onChange={(value) => {
            const { [name]: _before, ...others } = props.filter;
            props.onChange(value === '' ? others : { ...others, [name]: value });
          }}
        />
      ))}
    </div>
  );
}
