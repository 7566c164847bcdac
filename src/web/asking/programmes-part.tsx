import './asking.css';
import type { ReactNode } from 'react';
import { Link, useSearchParams } from 'wouter';
import { useMay } from '../api/permission.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { whyAt } from './asking-queries.ts';
import { askingWords } from './asking-words.ts';
import { DecisionList } from './decision-list.tsx';
import { ProgrammeList } from './programme-list.tsx';
import { ProgrammeMaker } from './programme-maker.tsx';
import { ProgrammePage } from './programme-page.tsx';
import { RulesEditor } from './rules-editor.tsx';

/** Who is asked, when, and why not: the list, one programme, the editor of its rules, or the decisions. */
export function ProgrammesPart(): ReactNode {
  const words = useWords(askingWords);
  const { slug, name } = useWorkspace();
  const may = useMay();
  const [search] = useSearchParams();
  usePageTitle(words.title, name);
  const programme = search.get('programme');
  if (search.get('show') === 'decisions') return <DecisionList key={search.toString()} />;
  if (programme && search.get('edit') === 'rules' && may('manage-programmes')) {
    return <RulesEditor key={programme} id={programme} />;
  }
  if (programme) return <ProgrammePage key={programme} id={programme} />;
  return (
    <>
      <h1>{words.question}</h1>
      <p className="lead">{words.lead}</p>
      {may('view-responses') && (
        <p className="links">
          <Link href={whyAt(slug)}>{words.whyLink}</Link>
        </p>
      )}
      <ProgrammeList />
      {may('manage-programmes') && <ProgrammeMaker />}
    </>
  );
}
