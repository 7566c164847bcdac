import { largestImpact, type ModelStudy, topShare } from '../../model/index.ts';
import type { ModelPage } from '../../overview/index.ts';
import { caveatText } from '../caveat-text.ts';
import { dateText } from '../date-text.ts';
import { type ErrorText, errorText } from '../error-text.ts';
import type { Language } from '../language.ts';
import { joinInterval, numberText, percentText, probabilityText, signedText } from '../numbers.ts';
import type { HowRow } from '../overview/how-computed.ts';
import { figures, type Table, words as text } from '../table.ts';
import { constructName, itemName } from './model-names.ts';
import { type ModelWords, modelWords } from './model-words.ts';

interface Between {
  readonly low: number;
  readonly high: number;
}

export interface DiagramNode {
  readonly name: string;
  readonly index?: string;
  readonly r2?: string;
}

export interface DiagramArrow {
  readonly from: number;
  readonly to: number;
  readonly figure: string;
  readonly range: string;
  readonly size: number;
  readonly isNegative: boolean;
  /** The interval leaves zero out. */
  readonly isProven: boolean;
}

export interface MapDot {
  readonly name: string;
  readonly isItem: boolean;
  readonly importance: number;
  /** Of constructs. */
  readonly low?: number;
  readonly high?: number;
  readonly performance: number;
}

export interface ModelPicture {
  readonly title: string;
  readonly subtitle: string;
  readonly alternative: string;
  readonly caption: string;
}

/** Everything that the page says and draws of a model, for one target. */
export interface ModelReport {
  readonly words: ModelWords;
  readonly target?: string;
  /** Constructs that can be the target, the last effect first. */
  readonly targets: readonly { readonly key: string; readonly name: string }[];
  readonly question: string;
  readonly answer: readonly string[];
  readonly diagram: ModelPicture & { readonly nodes: readonly DiagramNode[]; readonly arrows: readonly DiagramArrow[] };
  readonly map: ModelPicture & {
    readonly dots: readonly MapDot[];
    readonly middle: { readonly importance: number; readonly performance: number };
    readonly importance: string;
    readonly performance: string;
  };
  readonly tables: { readonly paths: Table; readonly impacts: Table; readonly map: Table; readonly measures: Table };
  /** Constructs that act on the target, the strongest first. */
  readonly movable: readonly { readonly key: string; readonly name: string; readonly index?: string }[];
  readonly doubts: readonly string[];
  readonly how: readonly HowRow[];
  readonly refused?: ErrorText;
}

/** How is a model told in this language? The target is the last effect where none is given. */
export function modelReport(page: ModelPage, language: Language, wanted?: string): ModelReport {
  const words = modelWords[language];
  const { specification, study } = page;
  const paths = specification?.paths ?? [];
  const effects = [...new Set(paths.map(([, to]) => to))];
  const last = effects.filter((name) => paths.every(([from]) => from !== name));
  const targets = [...last, ...effects.filter((name) => !last.includes(name)).reverse()];
  const target = wanted !== undefined && targets.includes(wanted) ? wanted : targets[0];
  const name = (key: string) => constructName(key, language);
  const caption = study
    ? words.caption({
        n: numberText(study.result.n, 0, language),
        resamples: numberText(study.bootstrap.used, 0, language),
        method: words.methods[study.bootstrap.method],
        run: page.run.id,
      })
    : '';
  const about = { page, study, target, words, language, name, caption };
  return {
    words,
    ...(target !== undefined && { target }),
    targets: targets.map((key) => ({ key, name: name(key) })),
    question: target === undefined ? words.noModelTitle : words.question(name(target)),
    answer: study && target !== undefined ? answerOf({ ...about, study, target }) : [],
    diagram: diagramOf(about),
    map: mapOf(about),
    tables: tablesOf(about),
    movable: movableOf(about),
    doubts: doubtsOf(about),
    how: study ? howRows({ ...about, study }) : [],
    ...(page.refused && { refused: errorText(page.refused, language) }),
  };
}

interface About {
  readonly page: ModelPage;
  readonly study: ModelStudy | undefined;
  readonly target: string | undefined;
  readonly words: ModelWords;
  readonly language: Language;
  readonly name: (key: string) => string;
  readonly caption: string;
}

type Studied = About & { readonly study: ModelStudy };

const leavesOutZero = (between: Between | undefined) => between !== undefined && (between.low > 0 || between.high < 0);

function rangeOf(between: Between, digits: number, language: Language, signed = true): string {
  const one = (value: number) => (signed ? signedText : numberText)(value, digits, language);
  return joinInterval(one(between.low), one(between.high), language);
}

function impactsOn(study: ModelStudy, target: string) {
  return study.result.impacts.filter(({ to }) => to === target).sort((a, b) => Math.abs(b.impact) - Math.abs(a.impact));
}

function answerOf({ study, target, words, language, name }: Studied & { readonly target: string }): string[] {
  const ranked = impactsOn(study, target);
  const first = ranked[0];
  const r2 = study.result.constructs[target]?.r2;
  const explained =
    r2 === undefined
      ? []
      : [
          words.explained({
            share: percentText(r2, 0, language),
            target: name(target),
            n: numberText(study.result.n, 0, language),
          }),
        ];
  if (!first?.interval) return [...explained, words.ifArrows];
  if (ranked.every(({ interval }) => !leavesOutZero(interval))) {
    return [words.noneProven(name(target)), ...explained, words.ifArrows];
  }
  const of = {
    cause: name(first.from),
    target: name(target),
    impact: signedText(first.impact, 1, language),
    range: rangeOf(first.interval, 1, language),
  };
  const largest = largestImpact(study.draws, target);
  const isSure = largest?.from === first.from && largest.share >= topShare;
  return [isSure ? words.strongest(of) : words.unknownOrder(of), ...explained, words.ifArrows];
}

function diagramOf({ page, study, words, language, name, caption }: About): ModelReport['diagram'] {
  const keys = page.specification?.constructs.map((construct) => construct.name) ?? [];
  const nodes = keys.map((key): DiagramNode => {
    const { index, r2 } = study?.result.constructs[key] ?? {};
    return {
      name: name(key),
      ...(index !== undefined && { index: numberText(index, 0, language) }),
      ...(r2 !== undefined && { r2: numberText(r2, 2, language) }),
    };
  });
  const arrows = (study?.result.paths ?? []).map((path): DiagramArrow => {
    const interval = path.interval ?? { low: path.coefficient, high: path.coefficient };
    return {
      from: keys.indexOf(path.from),
      to: keys.indexOf(path.to),
      figure: signedText(path.coefficient, 2, language),
      range: rangeOf(interval, 2, language),
      size: Math.abs(path.coefficient),
      isNegative: path.coefficient < 0,
      isProven: leavesOutZero(path.interval),
    };
  });
  const lines = arrows.map((arrow) =>
    words.arrow({
      cause: nodes[arrow.from]!.name,
      target: nodes[arrow.to]!.name,
      figure: arrow.figure,
      range: arrow.range,
      proven: arrow.isProven,
    }),
  );
  return {
    title: words.diagramTitle,
    subtitle: words.diagramSubtitle,
    alternative: `${words.diagramTitle}: ${lines.join('; ')}.`,
    caption,
    nodes,
    arrows,
  };
}

function mapOf({ page, study, target, words, language, name, caption }: About): ModelReport['map'] {
  const map = study?.maps.find((one) => one.target === target);
  const interval = (from: string) =>
    study?.result.impacts.find((one) => one.from === from && one.to === target)?.interval;
  const dots = map
    ? [
        ...map.items.map((point): MapDot => ({ ...point, name: itemName(page, point.name, language), isItem: true })),
        ...map.constructs.map((point): MapDot => {
          const between = interval(point.name);
          return {
            ...point,
            name: name(point.name),
            isItem: false,
            ...(between && { low: between.low / 5, high: between.high / 5 }),
          };
        }),
      ]
    : [];
  const lines = dots
    .filter(({ isItem }) => !isItem)
    .map(
      (dot) =>
        `${dot.name}: ${words.importance} ${numberText(dot.importance, 2, language)}, ${words.performance} ${numberText(dot.performance, 0, language)}`,
    );
  return {
    title: words.mapTitle,
    subtitle: target === undefined ? '' : words.mapSubtitle(name(target)),
    alternative: `${words.mapTitle}. ${lines.join('; ')}.`,
    caption,
    dots,
    middle: map?.middle ?? { importance: 0, performance: 50 },
    importance: words.importance,
    performance: words.performance,
  };
}

function tablesOf({ page, study, target, words, language, name }: About): ModelReport['tables'] {
  const dash = '–';
  const number = (value: number | undefined, digits: number) =>
    value === undefined ? dash : numberText(value, digits, language);
  const between = (interval: Between | undefined, digits: number) =>
    interval ? rangeOf(interval, digits, language) : dash;
  const result = study?.result;
  const onTarget = study && target !== undefined ? impactsOn(study, target) : [];
  const map = study?.maps.find((one) => one.target === target);
  const total = (from: string) => result?.totalEffects.find((one) => one.from === from && one.to === target);
  return {
    paths: {
      caption: words.diagramTitle,
      head: [
        text(words.path),
        figures(words.coefficient),
        figures(words.interval),
        figures(words.pValue),
        figures(words.points),
        figures('f²'),
        figures('VIF'),
        text(words.verdict),
      ],
      rows: (result?.paths ?? []).map((path) => ({
        cells: [
          `${name(path.from)} → ${name(path.to)}`,
          signedText(path.coefficient, 2, language),
          between(path.interval, 2),
          path.pValue === undefined ? dash : probabilityText(path.pValue, language),
          number(path.unstandardized, 2),
          number(path.f2, 2),
          number(path.vif, 2),
          leavesOutZero(path.interval) ? words.proven : words.unproven,
        ],
      })),
    },
    impacts: {
      caption: target === undefined ? '' : words.impactsCaption(name(target)),
      head: [
        text(words.construct),
        figures(words.impact),
        figures(words.interval),
        figures(words.totalEffect),
        figures(words.index),
        text(words.verdict),
      ],
      rows: onTarget.map(({ from, impact, interval }) => ({
        cells: [
          name(from),
          signedText(impact, 1, language),
          between(interval, 1),
          number(total(from)?.effect, 2),
          number(result?.constructs[from]?.index, 0),
          leavesOutZero(interval) ? words.proven : words.unproven,
        ],
      })),
    },
    map: {
      caption: words.mapTitle,
      head: [text(words.item), text(words.construct), figures(words.importance), figures(words.performance)],
      rows: (map?.items ?? []).map((point) => ({
        cells: [
          itemName(page, point.name, language),
          name(point.construct),
          number(point.importance, 2),
          number(point.performance, 0),
        ],
      })),
    },
    measures: {
      caption: words.measuresTitle,
      head: [
        text(words.construct),
        figures(words.index),
        figures('R²'),
        figures(words.measures.alpha),
        figures(words.measures.rhoA),
        figures(words.measures.rhoC),
        figures(words.measures.ave),
      ],
      rows: (page.specification?.constructs ?? []).map((construct) => {
        const found = result?.constructs[construct.name];
        // A single item has nothing to agree with, and the items of a formative block need not.
        const isMeasured = construct.items.length > 1;
        const isMirrored = isMeasured && construct.measurement === 'reflective';
        return {
          cells: [
            name(construct.name),
            number(found?.index, 0),
            number(found?.r2, 2),
            isMirrored ? number(found?.alpha, 2) : dash,
            isMirrored ? number(found?.rhoA, 2) : dash,
            isMirrored ? number(found?.rhoC, 2) : dash,
            isMirrored ? number(found?.ave, 2) : dash,
          ],
        };
      }),
    },
  };
}

function movableOf({ study, target, language, name }: About): ModelReport['movable'] {
  if (!study || target === undefined) return [];
  return impactsOn(study, target).map(({ from }) => {
    const index = study.result.constructs[from]?.index;
    return { key: from, name: name(from), ...(index !== undefined && { index: numberText(index, 0, language) }) };
  });
}

function doubtsOf({ page, study, words, language, name }: About): string[] {
  const ownNames = (key: string) =>
    key
      .split(' – ')
      .map((part) => (study?.result.constructs[part] ? name(part) : itemName(page, part, language)))
      .join(' – ');
  const left = page.proposal?.leftOut.map(({ item }) => itemName(page, item, language)) ?? [];
  return [
    ...(study?.result.caveats ?? []).map((one) => caveatText(one, language, ownNames)),
    ...(left.length > 0 ? [words.leftOut(left.join('; '))] : []),
    ...(page.hiddenPeriods > 0 ? [words.hidden(page.hiddenPeriods)] : []),
    ...(page.isCut ? [words.cut] : []),
  ];
}

function howRows({ page, study, words, language }: Studied): HowRow[] {
  const { howRows: what } = words;
  const { specification } = page;
  const fit = study.result.fit;
  const window = joinInterval(dateText(page.from, language), dateText(page.to, language), language);
  return [
    { what: what.method, value: specification?.consistent ? words.consistent : words.plain },
    { what: what.weighting, value: words.weighting[specification?.weighting ?? 'path'] },
    { what: what.answers, value: numberText(study.result.n, 0, language) },
    {
      what: what.intervals,
      value: `${words.methods[study.bootstrap.method]}, ${numberText(study.bootstrap.used, 0, language)} × ${words.units[study.bootstrap.unit]}, ${page.run.seed}`,
    },
    { what: what.missing, value: words.missing[specification?.missing ?? 'pairwise'] },
    ...(fit
      ? [
          {
            what: what.fit,
            value: `SRMR ${numberText(fit.srmr, 3, language)}, d_G ${numberText(fit.dG, 3, language)}, d_L ${numberText(fit.dL, 3, language)}`,
          },
        ]
      : []),
    { what: what.window, value: window },
    { what: what.run, value: `${page.run.id} (${page.run.engine})` },
    { what: what.data, value: page.run.dataHash },
  ];
}
