import './responses.css';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { ResponsePage } from '../../overview/index.ts';
import { numberText } from '../../present/index.ts';
import { defaultView, printView, type View } from '../../view/index.ts';
import { liveKey } from '../api/live.tsx';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, pageOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { LiveMark } from '../shell/live-mark.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { FilterSentence } from '../view/filter-sentence.tsx';
import { RefusedView } from '../view/refused-view.tsx';
import { useChoices } from '../view/use-choices.ts';
import { addressOf, useView } from '../view/use-view.ts';
import { ExportLinks } from './export-links.tsx';
import { ResponseTable } from './response-table.tsx';
import { responsesWords } from './responses-words.ts';

const pageSize = 50;

/** Exactly the rows that a figure counts. */
export function ResponsesPage(): ReactNode {
  const words = useWords(responsesWords);
  const { name } = useWorkspace();
  const { view, refused, show } = useView();
  const may = useMay();
  usePageTitle(words.title, name);
  if (!may('view-responses')) {
    return (
      <section className="empty">
        <h1>{words.question}</h1>
        <p className="answer">{words.forbidden}</p>
      </section>
    );
  }
  if (!view) return <RefusedView error={refused} onUsual={() => show(defaultView)} />;
  return <ResponsesOf view={view} show={show} />;
}

interface ViewProps {
  readonly view: View;
  readonly show: (view: View, options?: { readonly replace?: boolean }) => void;
}

function ResponsesOf({ view, show }: ViewProps): ReactNode {
  const words = useWords(responsesWords);
  const { slug } = useWorkspace();
  const choices = useChoices();
  const rows = useInfiniteQuery({
    queryKey: [...liveKey(slug), 'responses', printView(view)],
    queryFn: ({ signal, pageParam }) => ask<ResponsePage>(rowsAddress(slug, view, pageParam), { signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
    placeholderData: keepPreviousData,
  });
  const read = rows.data?.pages ?? [];
  const [first] = read;
  return (
    <>
      <div className="bar">
        {choices.data && (
          <FilterSentence
            view={view}
            choices={choices.data}
            windowDays={first && { from: first.from, to: first.to }}
            show={show}
          />
        )}
        <LiveMark />
      </div>
      <h1>{words.question}</h1>
      <p className="links">
        <Link href={addressOf(pageOf(slug, 'overview'), view)}>{words.back}</Link>
      </p>
      {rows.error && !rows.data ? (
        <Failure heading="h2" error={rows.error} onAgain={() => void rows.refetch()} />
      ) : first ? (
        <div className={rows.isPlaceholderData ? 'stale' : undefined} aria-busy={rows.isPlaceholderData}>
          <Counts page={first} />
          <ExportLinks {...first} />
          <ResponseTable rows={read.flatMap((page) => page.rows)} />
          <More
            shown={read.reduce((sum, page) => sum + page.rows.length, 0)}
            more={rows.hasNextPage}
            busy={rows.isFetchingNextPage}
            onMore={() => void rows.fetchNextPage()}
          />
        </div>
      ) : (
        <div className="bones" aria-busy="true">
          <p className="unseen" role="status">
            {words.loading}
          </p>
          {[0, 1, 2, 3, 4, 5].map((row) => (
            <i key={row} style={{ height: 40 }} aria-hidden="true" />
          ))}
        </div>
      )}
    </>
  );
}

function rowsAddress(slug: string, view: View, cursor: string): string {
  const query = new URLSearchParams(printView(view));
  query.set('limit', String(pageSize));
  if (cursor) query.set('cursor', cursor);
  return apiOf(slug, `/responses?${query}`);
}

/** Responses, people and accounts, each counted as what it is; the levels beside each other. */
function Counts({ page }: { readonly page: ResponsePage }): ReactNode {
  const { language } = useLanguage();
  const words = useWords(responsesWords);
  const count = (n: number) => numberText(n, 0, language);
  const counted = page.head.filter(({ responses }) => responses > 0);
  return (
    <div className="row-counts">
      {counted.map(({ level, responses, answers, respondents, accounts }) => (
        <p key={level}>
          {words.counts({
            level,
            responses: count(responses),
            answers: count(answers),
            respondents: count(respondents),
            accounts: count(accounts),
          })}
        </p>
      ))}
      {counted.length > 1 && <p className="small">{words.neverAdded}</p>}
    </div>
  );
}

function More(props: {
  readonly shown: number;
  readonly more: boolean;
  readonly busy: boolean;
  readonly onMore: () => void;
}): ReactNode {
  const { language } = useLanguage();
  const words = useWords(responsesWords);
  const shown = numberText(props.shown, 0, language);
  if (props.shown === 0) return <p className="answer">{words.none}</p>;
  return props.more ? (
    <p className="buttons">
      <button type="button" className="button" aria-disabled={props.busy} onClick={props.onMore}>
        {words.more(shown)}
      </button>
    </p>
  ) : (
    <p className="small rows-end">{words.all(shown)}</p>
  );
}
