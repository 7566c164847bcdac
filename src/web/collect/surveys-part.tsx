import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { useMay } from '../api/permission.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { collectWords } from './collect-words.ts';
import { SurveyEditor } from './survey-editor.tsx';
import { SurveyList } from './survey-list.tsx';
import { SurveyMaker } from './survey-maker.tsx';

/** What is asked: the list of surveys, or the editor of the one that the address names. */
export function SurveysPart(): ReactNode {
  const words = useWords(collectWords);
  const { name } = useWorkspace();
  const may = useMay();
  const [search] = useSearchParams();
  usePageTitle(words.title, name);
  const survey = search.get('survey');
  if (survey && may('manage-surveys')) return <SurveyEditor key={survey} id={survey} />;
  return (
    <>
      <h1>{words.question}</h1>
      <p className="lead">{words.lead}</p>
      <SurveyList />
      {may('manage-surveys') && <SurveyMaker />}
    </>
  );
}
