import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useState } from 'react';
import { visibleText } from '../../present/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { TextField } from '../form/field.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useWords } from '../language.tsx';
import { SureButton } from '../sure-button.tsx';
import { collectWords } from './collect-words.ts';
import type { ListedSurvey } from './survey-api.ts';

interface Step {
  readonly path: string;
  readonly method: 'PUT' | 'DELETE';
  readonly body?: object;
}

/** What can be done with a survey as a whole: another name; away for good while nobody was asked it, else aside. */
export function SurveySteps({ survey }: { readonly survey: ListedSurvey }): ReactNode {
  const words = useWords(collectWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [isNaming, setIsNaming] = useState(false);
  const [name, setName] = useState(survey.name);
  const step = useMutation({
    mutationFn: ({ path, ...question }: Step) => ask(apiOf(slug, `/surveys/${survey.id}${path}`), question),
    onSuccess: () => setIsNaming(false),
    onSettled: () => client.invalidateQueries({ queryKey: ['surveys', slug] }),
  });
  const fault = useFault(step.error);
  const shown = visibleText(survey.name);
  const isUnused = survey.programmes.length === 0 && survey.versions.every(({ answers }) => answers === 0);
  const archive = (archived: boolean) => step.mutate({ path: '/archived', method: 'PUT', body: { archived } });
  const rename = (event: FormEvent) => {
    event.preventDefault();
    step.mutate({ path: '/name', method: 'PUT', body: { name } });
  };
  return (
    <div className="survey-steps">
      <FormError fault={fault} />
      {isNaming ? (
        <form className="survey-naming" onSubmit={rename}>
          <TextField
            label={words.newName}
            value={name}
            maxLength={120}
            autoFocus
            onChange={(event) => setName(event.target.value)}
          />
          <button type="submit" className="button" disabled={name.trim() === '' || step.isPending}>
            {words.keepName}
          </button>{' '}
          <button type="button" className="button" onClick={() => setIsNaming(false)}>
            {words.cancel}
          </button>
        </form>
      ) : (
        <button type="button" className="link" aria-label={words.renameName(shown)} onClick={() => setIsNaming(true)}>
          {words.rename}
        </button>
      )}
      {!isNaming && survey.archivedAt !== null && (
        <button type="button" className="link" aria-label={words.unarchiveName(shown)} onClick={() => archive(false)}>
          {words.unarchive}
        </button>
      )}
      {!isNaming && survey.archivedAt === null && (
        <SureButton
          text={words.archive}
          label={words.archiveName(shown)}
          question={words.archiveSure}
          onSure={() => archive(true)}
        />
      )}
      {!isNaming && isUnused && (
        <SureButton
          text={words.remove}
          label={words.removeName(shown)}
          question={words.removeSure}
          onSure={() => step.mutate({ path: '', method: 'DELETE' })}
        />
      )}
    </div>
  );
}
