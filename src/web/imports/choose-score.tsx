import { type FormEvent, type ReactNode, useState } from 'react';
import { type MetricId, metricDefinitions, metricIds } from '../../metrics/index.ts';
import { metricNames, visibleText } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { ChoiceRow } from './choice-row.tsx';
import type { ScoreColumn } from './import-api.ts';
import { importWords } from './import-words.ts';

/** Which column is the score, and of what, where no name of the file tells it. */
export function ChooseScore(props: {
  /** Those that look like a score come first. */
  readonly columns: readonly string[];
  readonly onChoose: (score: ScoreColumn) => void;
}): ReactNode {
  const { columns, onChoose } = props;
  const words = useWords(importWords);
  const { language } = useLanguage();
  const [column, setColumn] = useState(columns[0]!);
  const [metric, setMetric] = useState<MetricId>('nps');
  const choose = (event: FormEvent) => {
    event.preventDefault();
    onChoose({ column, question: questionKey(column), metric, scale: metricDefinitions[metric].scale });
  };
  return (
    <form className="fields" onSubmit={choose}>
      <div className="field-pair">
        <ChoiceRow
          label={words.scoreColumn}
          value={column}
          choices={columns.map((name) => ({ value: name, text: visibleText(name) }))}
          onChoose={setColumn}
        />
        <ChoiceRow
          label={words.metric}
          value={metric}
          choices={metricIds.map((id) => ({ value: id, text: metricNames[language][id] }))}
          onChoose={(id) => setMetric(id as MetricId)}
        />
      </div>
      <p className="buttons">
        <button type="submit" className="button button-strong">
          {words.readSo}
        </button>
      </p>
    </form>
  );
}

/** The key of the question, by which answers of later files join these. */
function questionKey(column: string): string {
  const plain = column.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const key = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  return key.slice(0, 60) || 'score';
}
