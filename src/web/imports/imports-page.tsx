import './imports.css';
import type { ReactNode } from 'react';
import { useMay } from '../api/permission.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ImportList } from './import-list.tsx';
import { ImportWizard } from './import-wizard.tsx';
import { importWords } from './import-words.ts';
import { KeptMappings } from './kept-mappings.tsx';

/** Files in, and out again. */
export function ImportsPage(): ReactNode {
  const words = useWords(importWords);
  const { name } = useWorkspace();
  const may = useMay();
  usePageTitle(words.title, name);
  if (!may('import')) {
    return (
      <>
        <h1>{words.title}</h1>
        <p className="lead">{words.notAllowed}</p>
        <ImportList />
      </>
    );
  }
  return (
    <>
      <h1>{words.question}</h1>
      <p className="lead">{words.lead}</p>
      <ImportWizard />
      <ImportList />
      <KeptMappings />
    </>
  );
}
