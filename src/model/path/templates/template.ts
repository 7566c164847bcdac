/** A text in the three languages of the product. */
export interface ThreeTexts {
  readonly en: string;
  readonly fi: string;
  readonly sv: string;
}

export type AnchorPair =
  | 'agreement'
  | 'satisfaction'
  | 'quality'
  | 'manner'
  | 'level'
  | 'likelihood'
  | 'comparison'
  | 'ideal'
  | 'worth';

export interface TemplateItem {
  readonly key: string;
  readonly question: ThreeTexts;
  readonly anchors: AnchorPair;
  /** Typical correlation with its construct, for simulated answers. */
  readonly loading: number;
}

export interface TemplateConstruct {
  /** Also the key of its page in a questionnaire. */
  readonly name: string;
  readonly label: ThreeTexts;
  readonly items: readonly TemplateItem[];
}

export interface TemplatePath {
  readonly from: string;
  readonly to: string;
  /** Typical strength between constructs of variance 1, for simulated answers. */
  readonly typical: number;
}

export type TemplateId = 'ecsi' | 'acsi' | 'epsi' | 'encounter' | 'b2b';

/** A cause-and-effect model to begin with: constructs, the questions that measure them, and which acts on which. */
export interface ModelTemplate {
  readonly id: TemplateId;
  readonly title: ThreeTexts;
  /** When this model is the right one. */
  readonly use: ThreeTexts;
  readonly constructs: readonly TemplateConstruct[];
  readonly paths: readonly TemplatePath[];
}

/** Items of one construct: key, English, Finnish, Swedish, and anchors where they are not those of agreement. */
export type ItemRow = readonly [key: string, en: string, fi: string, sv: string, anchors?: AnchorPair];

export function construct(
  name: string,
  label: readonly [string, string, string],
  rows: readonly ItemRow[],
): TemplateConstruct {
  // Loadings spread from .74 to .90, as those of published customer satisfaction models do.
  const items = rows.map(([key, en, fi, sv, anchors = 'agreement'], index): TemplateItem => {
    const loading = rows.length === 1 ? 0.9 : 0.9 - (0.16 * index) / Math.max(1, rows.length - 1);
    return { key, question: { en, fi, sv }, anchors, loading };
  });
  return { name, label: { en: label[0], fi: label[1], sv: label[2] }, items };
}

export const path = (from: string, to: string, typical: number): TemplatePath => ({ from, to, typical });
