import type { Question, Questionnaire } from '../../../survey/index.ts';
import { anchorTexts } from './anchors.ts';
import { templateOf } from './model-templates.ts';
import type { TemplateId, TemplateItem } from './template.ts';

/** A page holds a few questions: a construct fills one, longer ones two. */
const questionsAPage = 5;

const asked = ({ key, question, anchors }: TemplateItem): Question => ({
  kind: 'scale',
  key,
  text: { ...question },
  metric: 'index-100',
  scale: { minimum: 1, points: 10 },
  anchors: { low: { ...anchorTexts[anchors].low }, high: { ...anchorTexts[anchors].high } },
});

/**
 * Which questions measure this model? A questionnaire in English, Finnish and Swedish: one page a construct, the keys
 * those of the items, so that its answers fit the model as they come. The outcome is asked last, as its causes are
 * fresh then.
 * @example questionSet('acsi').pages.length // => 6
 */
export function questionSet(id: TemplateId): Pick<Questionnaire, 'languages' | 'title' | 'pages'> {
  const { title, constructs } = templateOf(id);
  const pages = constructs.flatMap(({ name, items }) => {
    const parts = Math.ceil(items.length / questionsAPage);
    const each = Math.ceil(items.length / parts);
    return Array.from({ length: parts }, (_, part) => ({
      key: part === 0 ? name : `${name}_${part + 1}`,
      questions: items.slice(part * each, (part + 1) * each).map(asked),
    }));
  });
  return { languages: ['en', 'fi', 'sv'], title: { ...title }, pages };
}
