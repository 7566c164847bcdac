import type { ModelTruth } from '../simulate-answers.ts';
import type { PathModelSpecification } from '../specification.ts';
import { b2b, encounter } from './encounter-models.ts';
import { acsi, ecsi, epsi } from './satisfaction-models.ts';
import type { ModelTemplate, TemplateId } from './template.ts';

/** All models to begin with, the largest relationship model first. */
export const modelTemplates: readonly ModelTemplate[] = [ecsi, acsi, epsi, encounter, b2b];

/** All questions of the templates are asked on 1-10. */
export const templateScale = [1, 10] as const;

/**
 * Which model does this template stand for?
 * @example templateSpecification('acsi').paths.length // => 9
 */
export function templateSpecification(id: TemplateId): PathModelSpecification {
  const { constructs, paths } = templateOf(id);
  return {
    constructs: constructs.map(({ name, items }) => ({
      name,
      measurement: 'reflective',
      items: items.map(({ key }) => key),
    })),
    paths: paths.map(({ from, to }) => [from, to]),
    weighting: 'path',
    scale: templateScale,
    missing: 'pairwise',
  };
}

/**
 * The template by its id.
 * @example templateOf('b2b').title.en // => "Business relationship"
 */
export function templateOf(id: TemplateId): ModelTemplate {
  return modelTemplates.find((template) => template.id === id)!;
}

/**
 * A world in which the template is true, at its typical strengths: means of 7 and spreads of 1.8 on 1-10, as customers
 * of established companies answer.
 * @example templateTruth('encounter').coefficients.length // => 8
 */
export function templateTruth(id: TemplateId): ModelTruth {
  const { constructs, paths } = templateOf(id);
  return {
    specification: templateSpecification(id),
    coefficients: paths.map(({ typical }) => typical),
    items: constructs.flatMap(({ items }) => items.map(({ loading }) => ({ loading, mean: 7, deviation: 1.8 }))),
  };
}
