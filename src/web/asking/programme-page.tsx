import { type ReactNode, useId } from 'react';
import { Link } from 'wouter';
import { parseProgrammeRules, rulesSummary } from '../../fielding/index.ts';
import { visibleText } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { LiveMark } from '../shell/live-mark.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { DrawsPanel } from '../waves/draws-panel.tsx';
import { PersuasionPanel } from '../waves/persuasion-panel.tsx';
import type { Activity, ListedFigures, ListedProgramme } from './asking-api.ts';
import { programmesOf, rulesAt, useAsking, useFigures, useTouchpoints, whyAt } from './asking-queries.ts';
import { askingWords } from './asking-words.ts';
import { Bones } from './bones.tsx';
import { DryRunPanel } from './dry-run-panel.tsx';
import { OutcomeParts } from './outcome-parts.tsx';
import { StateMark } from './programme-list.tsx';
import { RulesJson } from './rules-json.tsx';
import { RulesSentences } from './rules-sentences.tsx';
import { Steps } from './steps.tsx';
import { WavesPlace } from './waves-place.tsx';

/** One programme: what it does in one sentence, what can be done with it, what happened, and its rules. */
export function ProgrammePage({ id }: { readonly id: string }): ReactNode {
  const programme = useAsking<ListedProgramme>(`/programmes/${encodeURIComponent(id)}`);
  const figures = useFigures();
  const activity = useAsking<Activity>(`/programmes/${encodeURIComponent(id)}/activity?days=30`);
  const known = figures.data?.programmes.find((one) => one.id === id);
  const error = programme.error ?? figures.error ?? activity.error;
  if (programme.data && known && activity.data) {
    return <Programme programme={programme.data} figures={known} activity={activity.data} />;
  }
  if (error) return <Failure error={error} onAgain={() => void programme.refetch()} />;
  return <Bones />;
}

function Programme(props: {
  readonly programme: ListedProgramme;
  readonly figures: ListedFigures;
  readonly activity: Activity;
}): ReactNode {
  const { programme, figures, activity } = props;
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const may = useMay();
  const { nameOf } = useTouchpoints();
  const heading = useId();
  const name = visibleText(programme.name);
  usePageTitle(name);
  const { rules } = programme;
  const summary = rules && rulesSummary(parseProgrammeRules(rules), language, { touchpoint: nameOf });
  return (
    <>
      <div className="bar">
        <Link href={programmesOf(slug)}>{words.back}</Link>
        <LiveMark />
      </div>
      <h1>{name}</h1>
      <p className="programme-line small">
        <StateMark state={programme.state} /> {words.level[programme.level]} · {visibleText(figures.survey)}
      </p>
      <p className="answer">{summary ? summary.headline : words.noRules}</p>
      <p className="links">
        {may('manage-programmes') && <Link href={rulesAt(slug, programme.id)}>{words.editRules}</Link>}
        {may('view-responses') && <Link href={whyAt(slug, { programme: programme.id })}>{words.whyLink}</Link>}
      </p>
      {may('manage-programmes') && <Steps programme={programme} figures={figures} ahead={activity.ahead} />}
      {programme.level === 'relationship' && (
        <WavesPlace programme={programme} {...(summary?.sentences.waves && { sentence: summary.sentences.waves })} />
      )}
      <OutcomeParts programme={programme} activity={activity} />
      {rules && programme.level === 'encounter' && figures.rate && <PersuasionPanel programme={programme.id} />}
      {rules?.hasIncentive === true && programme.level === 'encounter' && may('run-draws') && (
        <DrawsPanel programme={programme.id} />
      )}
      {summary && rules && (
        <section className="editor-part" aria-labelledby={heading}>
          <h2 id={heading}>{words.rulesTitle}</h2>
          <RulesSentences summary={summary} />
          <RulesJson rules={rules} />
        </section>
      )}
      {rules && programme.level === 'encounter' && may('manage-programmes') && (
        <DryRunPanel id={programme.id} rules={rules} isWhole />
      )}
    </>
  );
}
