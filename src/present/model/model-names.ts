import { modelTemplates } from '../../model/index.ts';
import type { ModelPage } from '../../overview/index.ts';
import { capitalised } from '../capitalised.ts';
import type { Language } from '../language.ts';
import { visibleText } from '../visible-text.ts';

/** The name of a construct: the label of the template that has it, else its own. */
export function constructName(name: string, language: Language): string {
  for (const { constructs } of modelTemplates) {
    const found = constructs.find((construct) => construct.name === name);
    if (found) return found.label[language];
  }
  return capitalised(visibleText(name).replaceAll('_', ' ')) || name;
}

/** The words of a question: in the language of the reader, in English, in any, else its key. */
export function itemName(page: Pick<ModelPage, 'surveys' | 'survey'>, key: string, language: Language): string {
  const question = page.surveys.find((of) => of.key === page.survey)?.questions.find((of) => of.key === key);
  const texts = question?.texts ?? {};
  return visibleText(texts[language] ?? texts.en ?? Object.values(texts)[0] ?? key) || key;
}
