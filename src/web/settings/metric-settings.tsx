import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { OwnMetricDefinition, OwnMetrics } from '../../overview/index.ts';
import { dateText, metricNames, visibleText } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { MetricForm } from './metric-form.tsx';
import { SettingsSection } from './settings-section.tsx';
import { type SettingsWords, settingsWords } from './settings-words.ts';

type OwnMetric = OwnMetrics['metrics'][number];

/** Metrics of the workspace's own: what each version computes, since when, and what changed. */
export function MetricSettings(): ReactNode {
  const { metrics: words } = useWords(settingsWords);
  const { slug } = useWorkspace();
  const may = useMay();
  const [making, setMaking] = useState(false);
  const own = useQuery({
    queryKey: ['metrics', slug],
    queryFn: ({ signal }) => ask<OwnMetrics>(apiOf(slug, '/metrics'), { signal }),
    enabled: may('define-metrics'),
  });
  return (
    <SettingsSection title={words.title} lead={words.lead} needs="define-metrics">
      {own.error && <Failure heading="h2" error={own.error} onAgain={() => void own.refetch()} />}
      {own.data?.metrics.length === 0 && <p className="small">{words.none}</p>}
      {own.data?.metrics.map((metric) => (
        <Metric key={metric.key} metric={metric} own={own.data} />
      ))}
      {own.data && (
        <details className="form" open={making} onToggle={(event) => setMaking(event.currentTarget.open)}>
          <summary>{words.make}</summary>
          {making && <MetricForm own={own.data} onDone={() => setMaking(false)} />}
        </details>
      )}
    </SettingsSection>
  );
}

function Metric({ metric, own }: { readonly metric: OwnMetric; readonly own: OwnMetrics }): ReactNode {
  const { metrics: words } = useWords(settingsWords);
  const { language } = useLanguage();
  const [open, setOpen] = useState(false);
  const { versions, key } = metric;
  const newest = versions.at(-1);
  if (!newest) return null;
  const name = visibleText(newest.definition.name);
  return (
    <section className="metric" aria-label={name}>
      <h3>
        {name} <span className="small">{key}</span>
      </h3>
      <ul className="plain-list">
        {versions.map(({ version, validFrom, definition }, index) => (
          <li key={version}>
            <b>{words.version(version)}</b> {index === 0 ? words.always : words.since(dateText(validFrom, language))}:{' '}
            {metricNames[language][definition.metric]}, {definition.scale.min}–{definition.scale.max},{' '}
            {definition.questions.map(({ survey, question }) => visibleText(`${survey}/${question}`)).join(', ')}.{' '}
            {index > 0 && changedText(versions[index - 1]!.definition, definition, words)}
          </li>
        ))}
      </ul>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.newVersion(name)}</summary>
        {open && (
          <MetricForm own={own} versionOf={{ key, definition: newest.definition }} onDone={() => setOpen(false)} />
        )}
      </details>
    </section>
  );
}

/** What differs between two versions, in words. */
function changedText(before: OwnMetricDefinition, after: OwnMetricDefinition, words: SettingsWords['metrics']): string {
  const { what } = words;
  const same = (pick: (of: OwnMetricDefinition) => unknown) =>
    JSON.stringify(pick(before)) === JSON.stringify(pick(after));
  const changed = [
    same((of) => of.metric) ? '' : what.base,
    same((of) => of.scale) ? '' : what.scale,
    same((of) => of.boxes) ? '' : what.boxes,
    same((of) => of.direction) ? '' : what.direction,
    same((of) => of.questions) ? '' : what.questions,
    same((of) => of.name) ? '' : what.name,
  ].filter(Boolean);
  return changed.length > 0 ? words.changed(changed.join(', ')) : words.same;
}
