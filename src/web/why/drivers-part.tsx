import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useMemo } from 'react';
import { Link } from 'wouter';
import type { DriversPage } from '../../overview/index.ts';
import { driverReport, questionName } from '../../present/index.ts';
import { printView } from '../../view/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, pageOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { DriverChoices } from './driver-choices.tsx';
import { DriverStudyView } from './driver-study-view.tsx';
import { driversPartWords } from './drivers-words.ts';
import { RefusedStudy } from './refused-study.tsx';
import { WhyBones } from './why-bones.tsx';
import type { WhyPartProps } from './why-part-props.ts';

/** What goes with an outcome: chosen from the rated questions of one survey, of one level. */
export function DriversPart(props: WhyPartProps): ReactNode {
  const { view, own, show } = props;
  const words = useWords(driversPartWords);
  const { slug, name } = useWorkspace();
  usePageTitle(words.title, name);
  const query = [printView(view), String(own)].filter((part) => part !== '').join('&');
  const drivers = useQuery({
    queryKey: [...liveKey(slug), 'drivers', query],
    queryFn: ({ signal }) => ask<DriversPage>(apiOf(slug, `/drivers?${query}`), { signal }),
    placeholderData: keepPreviousData,
    // Every answer is read and resampled: it is made anew when the page is opened, not with every new answer.
    staleTime: 300_000,
  });
  const page = drivers.data;
  // Where nobody chose a level and the relationship has nothing to explain with, the encounters may have.
  const goesOn = !props.isLevelChosen && page?.otherLevel === true && page.level === view.level;
  useEffect(() => {
    if (goesOn)
      show({ ...view, level: view.level === 'relationship' ? 'encounter' : 'relationship' }, { replace: true });
  }, [goesOn, show, view]);
  if (drivers.error && !page) return <Failure error={drivers.error} onAgain={() => void drivers.refetch()} />;
  if (!page || goesOn) return <WhyBones />;
  return (
    <div className={drivers.isPlaceholderData ? 'stale' : undefined} aria-busy={drivers.isPlaceholderData}>
      {drivers.error && <Failure heading="h2" error={drivers.error} onAgain={() => void drivers.refetch()} />}
      <Drivers {...props} page={page} />
    </div>
  );
}

function Drivers(props: WhyPartProps & { readonly page: DriversPage }): ReactNode {
  const { page } = props;
  const words = useWords(driversPartWords);
  const { language } = useLanguage();
  const report = useMemo(() => driverReport(page, language), [page, language]);
  if (page.survey === undefined) return <NothingToExplain {...props} text={words.noSurvey} />;
  const survey = page.surveys.find(({ key }) => key === page.survey)!;
  if (page.outcome !== undefined && survey.questions.length < 2 && page.surveys.length === 1) {
    return <NothingToExplain {...props} text={words.noDrivers(questionName(page, page.outcome, language))} />;
  }
  return (
    <>
      <h1>{report.question}</h1>
      {report.answer.length > 0 && <p className="answer">{report.answer.join(' ')}</p>}
      {report.refused && <RefusedStudy refused={report.refused} />}
      <DriverChoices {...props} survey={survey} />
      {page.drivers.length === 0 && <p className="answer">{words.noneChosen}</p>}
      {report.rows.length > 0 && <DriverStudyView page={page} report={report} />}
    </>
  );
}

/** Without ratings beside the outcome: what would be here, and the ways on. */
function NothingToExplain(props: WhyPartProps & { readonly page: DriversPage; readonly text: string }): ReactNode {
  const { page, view, show, text } = props;
  const words = useWords(driversPartWords);
  const { slug } = useWorkspace();
  const other = page.level === 'relationship' ? 'encounter' : 'relationship';
  return (
    <section className="empty">
      <h1>{words.noSurveyTitle}</h1>
      <p className="answer">{text}</p>
      <p className="buttons">
        {page.otherLevel && (
          <button
            type="button"
            className="button button-strong"
            onClick={() => show({ ...view, level: other }, { own: new URLSearchParams() })}
          >
            {other === 'encounter' ? words.toEncounters : words.toRelationship}
          </button>
        )}
        <Link className="button" href={pageOf(slug, 'collect')}>
          {words.build}
        </Link>
      </p>
    </section>
  );
}
