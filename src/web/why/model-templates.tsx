import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import { type ModelTemplate, modelTemplates, questionSet } from '../../model/index.ts';
import type { SurveyLevel } from '../../view/index.ts';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import type { EditedSurvey } from '../collect/survey-api.ts';
import { editorOf } from '../collect/survey-list.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { modelPartWords } from './model-part-words.ts';

/** Models to begin with; a click makes the survey that measures one, as a draft. */
export function ModelTemplates({ level }: { readonly level: SurveyLevel }): ReactNode {
  const words = useWords(modelPartWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const may = useMay();
  const [, navigate] = useLocation();
  const [making, setMaking] = useState<string>();
  const [error, setError] = useState<unknown>();
  const make = async (template: ModelTemplate) => {
    setMaking(template.id);
    setError(undefined);
    try {
      navigate(editorOf(slug, await surveyOf(slug, { template, level, language })));
    } catch (fault) {
      setError(fault);
      setMaking(undefined);
    }
  };
  return (
    <section className="why-picture">
      <h2>{words.templatesTitle}</h2>
      <p className="subtitle">{words.templatesLead}</p>
      <ul className="model-templates">
        {modelTemplates.map((template) => (
          <li key={template.id}>
            <h3>{template.title[language]}</h3>
            <p>{template.use[language]}</p>
            <p className="small">{words.questions(template.constructs.flatMap(({ items }) => items).length)}</p>
            {may('manage-surveys') && (
              <button
                type="button"
                className="button screen"
                disabled={making !== undefined}
                onClick={() => void make(template)}
              >
                {making === template.id ? words.makingSurvey : words.makeSurvey}
              </button>
            )}
          </li>
        ))}
      </ul>
      {error !== undefined && <Failure heading="h2" error={error} onAgain={() => setError(undefined)} />}
    </section>
  );
}

interface Wanted {
  readonly template: ModelTemplate;
  readonly level: SurveyLevel;
  readonly language: 'en' | 'fi' | 'sv';
}

/** An empty survey is made first, then its draft is the questions of the model. */
async function surveyOf(slug: string, { template, level, language }: Wanted): Promise<string> {
  const { id } = await ask<{ id: string }>(apiOf(slug, '/surveys'), {
    method: 'POST',
    body: { name: template.title[language], level, languages: ['en', 'fi', 'sv'] },
  });
  const path = apiOf(slug, `/surveys/${id}`);
  const { draft } = await ask<EditedSurvey>(path);
  const content = { ...draft.content, ...questionSet(template.id) };
  await ask(path, { method: 'PATCH', body: { revision: draft.revision, content } });
  return id;
}
