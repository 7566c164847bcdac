import type { MetricId } from '../metrics/index.ts';
import type { ViewDimension } from '../view/index.ts';
import { dictionaries } from './dictionary/dictionary.ts';
import type { Language } from './language.ts';
import { metricNames } from './metric-names.ts';
import { visibleText } from './visible-text.ts';

/** What is named: the value of a dimension, or a metric (shipped ones have words of ours). */
export interface Named {
  readonly key: string;
  readonly name: string;
  readonly shipped?: boolean;
}

/**
 * How is the value of a filter called?
 * Roles, channels and shipped metrics have words in each language; what a response does not have is said; touchpoints,
 * segments, units and own metrics are called as the workspace calls them.
 * @example dimensionName('role', { key: 'payer', name: 'payer' }, 'sv') // => "Betalare"
 */
export function dimensionName(of: ViewDimension | 'metric', { key, name, shipped }: Named, language: Language): string {
  const { overview, report } = dictionaries[language];
  if (of === 'metric' && shipped) {
    // Two scales of one name need their scale.
    return /^ces/.test(key) ? metricNames[language][key as MetricId] : report.metricLabel[key as MetricId];
  }
  if (of === 'role') return overview.role[key] ?? visibleText(name);
  if (of === 'channel') return overview.channel[key] ?? visibleText(name);
  return visibleText(name || key) || overview.notKnown;
}

/**
 * How is one person of a role called, beside what he said?
 * Empty where the role is not known; a role of the workspace's own stays as it is.
 * @example personName('decision-maker', 'en') // => "decision maker"
 */
export function personName(role: string, language: Language): string {
  return dictionaries[language].overview.person[role] ?? visibleText(role);
}
