import type { Question, Questionnaire } from '../../../survey/index.ts';
import type { PathModelSpecification } from '../specification.ts';
import { modelTemplates, templateSpecification } from './model-templates.ts';
import type { TemplateId } from './template.ts';

/** A model to begin with, made from the questions of a survey; always to be looked over by somebody who knows them. */
export interface ModelProposal {
  readonly specification: PathModelSpecification;
  /** The template whose questions the survey holds, where it is one. */
  readonly template?: TemplateId;
  /** Items that the model does not use, with the reason. */
  readonly leftOut: readonly { readonly item: string; readonly reason: 'other-scale' | 'no-construct' }[];
}

interface RatedItem {
  readonly item: string;
  readonly group: string;
  readonly metric: string;
  readonly min: number;
  readonly max: number;
}

type Construct = PathModelSpecification['constructs'][number];

/**
 * Which model could the questions of this survey measure? Where they are those of a template, the part of it that was
 * asked. Else each matrix and each page of scale questions is a construct; recommendation and likelihood make the last
 * effect, satisfaction stands before it, and everything else acts on satisfaction. Items on another scale than most are
 * left out. Undefined where fewer than two constructs can be made.
 * @example proposeModel(questionSet('b2b')).template // => "b2b"
 */
export function proposeModel(given: Pick<Questionnaire, 'pages'>): ModelProposal | undefined {
  const all = ratedItems(given);
  const scale = commonScale(all);
  if (!scale) return undefined;
  const items = all.filter(({ min, max }) => min === scale[0] && max === scale[1]);
  const leftOut = all
    .filter((item) => !items.includes(item))
    .map(({ item }) => ({ item, reason: 'other-scale' as const }));
  return fromTemplate(items, leftOut) ?? fromPages(items, scale, leftOut);
}

function ratedItems({ pages }: Pick<Questionnaire, 'pages'>): RatedItem[] {
  return pages.flatMap(({ key, questions }) =>
    questions.flatMap((question: Question): RatedItem[] => {
      if (question.kind !== 'scale' && question.kind !== 'matrix') return [];
      const { minimum, points } = question.scale;
      const common = { metric: question.metric, min: minimum, max: minimum + points - 1 };
      if (question.kind === 'scale') return [{ item: question.key, group: key.replace(/_\d$/, ''), ...common }];
      return question.rows.map((row) => ({ item: `${question.key}.${row.key}`, group: question.key, ...common }));
    }),
  );
}

function commonScale(items: readonly RatedItem[]): readonly [number, number] | undefined {
  const counts = new Map<string, { count: number; scale: readonly [number, number] }>();
  for (const { min, max } of items) {
    const known = counts.get(`${min}-${max}`);
    counts.set(`${min}-${max}`, { count: (known?.count ?? 0) + 1, scale: [min, max] });
  }
  return [...counts.values()].sort((a, b) => b.count - a.count)[0]?.scale;
}

function fromTemplate(items: readonly RatedItem[], leftOut: ModelProposal['leftOut']): ModelProposal | undefined {
  const keys = new Set(items.map(({ item }) => item));
  const found = modelTemplates
    .map(({ id, constructs }) => {
      const kept = templateSpecification(id).constructs.flatMap((construct): Construct[] => {
        const own = construct.items.filter((item) => keys.has(item));
        return own.length > 0 ? [{ ...construct, items: own }] : [];
      });
      return {
        id,
        kept,
        share: kept.length / constructs.length,
        used: kept.flatMap((construct) => construct.items).length,
      };
    })
    .sort((a, b) => b.share * b.used - a.share * a.used)[0]!;
  if (found.share < 0.6 || found.kept.length < 2) return undefined;
  const names = found.kept.map(({ name }) => name);
  const paths = templateSpecification(found.id).paths.filter(
    ([from, to]) => names.includes(from) && names.includes(to),
  );
  const joined = found.kept.filter(({ name }) => paths.some(([from, to]) => from === name || to === name));
  if (paths.length === 0) return undefined;
  const used = new Set(joined.flatMap((construct) => construct.items));
  const strangers = items
    .filter(({ item }) => !used.has(item))
    .map(({ item }) => ({ item, reason: 'no-construct' as const }));
  return {
    specification: { ...templateSpecification(found.id), constructs: joined, paths },
    template: found.id,
    leftOut: [...leftOut, ...strangers],
  };
}

const isLoyalty = ({ item, metric }: RatedItem) => metric === 'nps' || /recommend|loyal|again|likel/.test(item);
const isSatisfaction = ({ item, metric }: RatedItem) => metric.startsWith('csat') || /satisf/.test(item);

function fromPages(
  items: readonly RatedItem[],
  scale: readonly [number, number],
  leftOut: ModelProposal['leftOut'],
): ModelProposal | undefined {
  const outcome = items.filter(isLoyalty);
  const middle = items.filter((item) => !isLoyalty(item) && isSatisfaction(item));
  const rest = items.filter((item) => !isLoyalty(item) && !isSatisfaction(item));
  const groups = [...new Set(rest.map(({ group }) => group))];
  const constructOf = (name: string, own: readonly RatedItem[]): Construct[] =>
    own.length > 0 ? [{ name, measurement: 'reflective', items: own.map(({ item }) => item) }] : [];
  const causes = groups.flatMap((group) =>
    constructOf(
      freeName(group),
      rest.filter((item) => item.group === group),
    ),
  );
  const ends = [...constructOf('satisfaction', middle), ...constructOf('loyalty', outcome)];
  const [first, last] = [ends[0]?.name, ends.at(-1)?.name];
  if (first === undefined || last === undefined || causes.length + ends.length < 2) return undefined;
  const paths: [string, string][] = causes.map(({ name }) => [name, first]);
  if (first !== last) paths.push([first, last]);
  return {
    specification: { constructs: [...causes, ...ends], paths, weighting: 'path', scale, missing: 'pairwise' },
    leftOut,
  };
}

/** A page may be called like an end of the model. */
const freeName = (group: string) => (group === 'satisfaction' || group === 'loyalty' ? `${group}_page` : group);
