import type { Question, Questionnaire } from '../../../survey/index.ts';
import { mobileModel } from '../mobile-twin.ts';
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

/** A rated question, as a store or a form has it. */
export interface RatedItem {
  readonly item: string;
  /** What the questions of one construct have in common: their page, their matrix, the beginning of their key. */
  readonly group: string;
  readonly metric?: string | undefined;
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
  return proposeFromItems(ratedItems(given));
}

/**
 * The same from rated questions whose pages are not known: what stands before the first point, underscore or closing
 * digits of a key holds its construct together.
 * @example proposeFromQuestions(['ease_a', 'ease_b', 'again1'].map((key) => ({ key, scale: { min: 1, max: 10 } }))).specification.paths // => [["ease","loyalty"]]
 */
export function proposeFromQuestions(
  questions: readonly {
    readonly key: string;
    readonly metric?: string | undefined;
    readonly scale: { readonly min: number; readonly max: number };
  }[],
): ModelProposal | undefined {
  return proposeFromItems(
    questions.map(({ key, metric, scale }) => ({ item: key, group: beginningOf(key), metric, ...scale })),
  );
}

const beginningOf = (key: string) => key.replace(/[._].*$/, '').replace(/\d+$/, '') || key;

function proposeFromItems(all: readonly RatedItem[]): ModelProposal | undefined {
  const scale = commonScale(all);
  if (!scale) return undefined;
  const items = all.filter(({ min, max }) => min === scale[0] && max === scale[1]);
  const leftOut = all
    .filter((item) => !items.includes(item))
    .map(({ item }) => ({ item, reason: 'other-scale' as const }));
  return fromKnown(items, scale, leftOut) ?? fromGroups(items, scale, leftOut);
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

/** Models whose items have names of their own: the templates, and the mobile data, under any spelling of capitals. */
const known: readonly { readonly id?: TemplateId; readonly specification: PathModelSpecification }[] = [
  ...modelTemplates.map(({ id }) => ({ id, specification: templateSpecification(id) })),
  { specification: mobileModel },
];

function fromKnown(
  items: readonly RatedItem[],
  scale: readonly [number, number],
  leftOut: ModelProposal['leftOut'],
): ModelProposal | undefined {
  const keys = new Map(items.map(({ item }) => [item.toLowerCase(), item]));
  const found = known
    .map(({ id, specification }) => {
      const kept = specification.constructs.flatMap((construct): Construct[] => {
        const own = construct.items.flatMap((item) => keys.get(item.toLowerCase()) ?? []);
        return own.length > 0 ? [{ ...construct, items: own }] : [];
      });
      const share = kept.length / specification.constructs.length;
      return { id, specification, kept, share, used: kept.flatMap((construct) => construct.items).length };
    })
    .sort((a, b) => b.share * b.used - a.share * a.used)[0]!;
  if (found.share < 0.6 || found.kept.length < 2) return undefined;
  const names = found.kept.map(({ name }) => name);
  const paths = found.specification.paths.filter(([from, to]) => names.includes(from) && names.includes(to));
  const joined = found.kept.filter(({ name }) => paths.some(([from, to]) => from === name || to === name));
  if (paths.length === 0) return undefined;
  const used = new Set(joined.flatMap((construct) => construct.items));
  const strangers = items
    .filter(({ item }) => !used.has(item))
    .map(({ item }) => ({ item, reason: 'no-construct' as const }));
  return {
    specification: { ...found.specification, constructs: joined, paths, scale },
    ...(found.id && { template: found.id }),
    leftOut: [...leftOut, ...strangers],
  };
}

const isLoyalty = ({ item, metric }: RatedItem) => metric === 'nps' || /recommend|loyal|again|likel/.test(item);
const isSatisfaction = ({ item, metric }: RatedItem) => metric?.startsWith('csat') || /satisf/.test(item);

function fromGroups(
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
  // Where nothing is called like an end, what is asked last is taken for it.
  const all = [...causes, ...ends];
  if (all.length < 2) return undefined;
  const targets = ends.length > 0 ? ends : [causes.at(-1)!];
  const [first, last] = [targets[0]!.name, targets.at(-1)!.name];
  const paths: [string, string][] = all
    .filter((construct) => !targets.includes(construct))
    .map(({ name }) => [name, first]);
  if (first !== last) paths.push([first, last]);
  return {
    specification: { constructs: all, paths, weighting: 'path', scale, missing: 'pairwise' },
    leftOut,
  };
}

/** A page may be called like an end of the model. */
const freeName = (group: string) => (group === 'satisfaction' || group === 'loyalty' ? `${group}_page` : group);
