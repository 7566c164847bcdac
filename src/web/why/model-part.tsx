import './model.css';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useId, useMemo } from 'react';
import type { PathModelSpecification } from '../../model/index.ts';
import type { ModelPage } from '../../overview/index.ts';
import { constructName, modelReport } from '../../present/index.ts';
import { printView, type SurveyLevel } from '../../view/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ModelEditor } from './model-editor.tsx';
import { modelPartWords } from './model-part-words.ts';
import type { ModelProps } from './model-props.ts';
import { ModelStudyView } from './model-study-view.tsx';
import { ModelTemplates } from './model-templates.tsx';
import { RefusedStudy } from './refused-study.tsx';
import { WhyBones } from './why-bones.tsx';
import type { WhyPartProps } from './why-part-props.ts';

/** What acts on what, in the answers of one survey of one level. */
export function ModelPart(props: WhyPartProps): ReactNode {
  const { view, own } = props;
  const words = useWords(modelPartWords);
  const { slug, name } = useWorkspace();
  usePageTitle(words.title, name);
  // The target and the groups are read on the page: the same study serves all of them.
  const asked = new URLSearchParams([...own].filter(([key]) => key === 'survey' || key === 'model'));
  const query = [printView(view), String(asked)].filter((part) => part !== '').join('&');
  const model = useQuery({
    queryKey: [...liveKey(slug), 'model', query],
    queryFn: ({ signal }) => ask<ModelPage>(apiOf(slug, `/model?${query}`), { signal }),
    placeholderData: keepPreviousData,
    // Every answer is read and resampled: it is made anew when the page is opened, not with every new answer.
    staleTime: 300_000,
  });
  const page = model.data;
  const { show, isLevelChosen } = props;
  // Where nobody chose a level and the relationship asks too little for a model, the encounters may ask enough.
  const goesOn = !isLevelChosen && page?.otherLevel === true && page.level === view.level;
  useEffect(() => {
    if (goesOn) show({ ...view, level: otherOf(view.level) }, { replace: true });
  }, [goesOn, show, view]);
  if (model.error && !model.data) return <Failure error={model.error} onAgain={() => void model.refetch()} />;
  if (!page || goesOn) return <WhyBones />;
  return (
    <div className={model.isPlaceholderData ? 'stale' : undefined} aria-busy={model.isPlaceholderData}>
      {model.isPlaceholderData && <p role="status">{words.loading}</p>}
      {model.error && <Failure heading="h2" error={model.error} onAgain={() => void model.refetch()} />}
      <Model {...props} page={page} />
    </div>
  );
}

const otherOf = (level: SurveyLevel): SurveyLevel => (level === 'relationship' ? 'encounter' : 'relationship');

function Model(props: ModelProps): ReactNode {
  const { page, own, view, show } = props;
  const words = useWords(modelPartWords);
  const { language } = useLanguage();
  const target = own.get('target') ?? undefined;
  const report = useMemo(() => modelReport(page, language, target), [page, language, target]);
  const put = (changes: Readonly<Record<string, string | undefined>>) => {
    const next = new URLSearchParams(own);
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) next.delete(key);
      else next.set(key, value);
    }
    show(view, { own: next });
  };
  const apply = (specification: PathModelSpecification | undefined) =>
    put({ model: specification && JSON.stringify(specification), target: undefined });
  if (page.survey === undefined || !page.specification) {
    return (
      <>
        <h1>{words.noModelTitle}</h1>
        <p className="answer">{page.survey === undefined ? words.noSurvey : words.noModel}</p>
        {page.otherLevel && (
          <p>
            <button
              type="button"
              className="button button-strong"
              onClick={() => show({ ...view, level: otherOf(page.level) }, { own: new URLSearchParams() })}
            >
              {page.level === 'relationship' ? words.toEncounters : words.toRelationship}
            </button>
          </p>
        )}
        <Choices page={page} targets={[]} target={undefined} put={put} />
        <ModelTemplates level={page.level} />
        {page.survey !== undefined && <ModelEditor page={page} onApply={apply} />}
      </>
    );
  }
  return (
    <>
      <h1>{report.question}</h1>
      {report.answer.length > 0 && <p className="answer">{report.answer.join(' ')}</p>}
      {report.refused && <RefusedStudy refused={report.refused} />}
      <Choices page={page} targets={report.targets} target={report.target} put={put} />
      {page.study && <ModelStudyView {...props} report={report} />}
      <ModelEditor
        key={JSON.stringify(page.specification)}
        page={page}
        isOpen={page.refused !== undefined}
        onApply={apply}
      />
      <details className="model-more">
        <summary>{words.templatesTitle}</summary>
        <ModelTemplates level={page.level} />
      </details>
    </>
  );
}

function Choices(props: {
  readonly page: ModelPage;
  readonly targets: readonly { readonly key: string; readonly name: string }[];
  readonly target: string | undefined;
  readonly put: (changes: Readonly<Record<string, string | undefined>>) => void;
}): ReactNode {
  const { page, targets, target, put } = props;
  const words = useWords(modelPartWords);
  const { language } = useLanguage();
  const [surveyId, targetId] = [useId(), useId()];
  if (page.surveys.length < 2 && targets.length < 2) return null;
  return (
    <div className="why-choices screen">
      {page.surveys.length > 1 && (
        <p>
          <label htmlFor={surveyId}>{words.survey}</label>
          <select
            id={surveyId}
            value={page.survey}
            onChange={(event) => put({ survey: event.target.value, model: undefined, target: undefined })}
          >
            {page.surveys.map(({ key, name }) => (
              <option key={key} value={key}>
                {name || key}
              </option>
            ))}
          </select>
        </p>
      )}
      {targets.length > 1 && (
        <p>
          <label htmlFor={targetId}>{words.target}</label>
          <select id={targetId} value={target} onChange={(event) => put({ target: event.target.value })}>
            {targets.map(({ key }) => (
              <option key={key} value={key}>
                {constructName(key, language)}
              </option>
            ))}
          </select>
        </p>
      )}
    </div>
  );
}
