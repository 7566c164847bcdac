import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { Link, useLocation, useSearchParams } from 'wouter';
import { refusalReasons, refusalWords } from '../../fielding/index.ts';
import { numberText, visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { ChoiceField, TextField } from '../form/field.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import type { DecidedInvitation } from './asking-api.ts';
import { programmeAt, programmesOf, useProgrammes, useTouchpoints, whyAt } from './asking-queries.ts';
import { askingWords } from './asking-words.ts';
import { Bones } from './bones.tsx';
import { DecisionRow } from './decision-row.tsx';

const filterNames = ['programme', 'reason', 'touchpoint', 'search', 'from', 'to'] as const;
type Filters = Readonly<Partial<Record<(typeof filterNames)[number], string>>>;

interface DecidedPage {
  readonly invitations: readonly DecidedInvitation[];
  readonly cursor?: string;
}

/** Why was this person not asked? Every decision as a sentence, by programme, reason, touchpoint, name and days. */
export function DecisionList(): ReactNode {
  const words = useWords(askingWords);
  const { name, slug } = useWorkspace();
  const may = useMay();
  const [search] = useSearchParams();
  usePageTitle(words.whyQuestion, name);
  if (!may('view-responses')) {
    return (
      <section className="empty">
        <h1>{words.whyQuestion}</h1>
        <p className="answer">{words.whyForbidden}</p>
        <p className="links">
          <Link href={programmesOf(slug)}>{words.back}</Link>
        </p>
      </section>
    );
  }
  const given = filterNames.flatMap((key) => {
    const value = search.get(key);
    return value ? [[key, value] as const] : [];
  });
  return <Decisions filters={Object.fromEntries(given)} />;
}

function Decisions({ filters }: { readonly filters: Filters }): ReactNode {
  const words = useWords(askingWords);
  const { slug } = useWorkspace();
  const rows = useInfiniteQuery({
    queryKey: [...liveKey(slug), 'decisions', filters],
    queryFn: ({ signal, pageParam }) =>
      ask<DecidedPage>(apiOf(slug, `/invitations?${new URLSearchParams({ ...filters, ...pageParam })}`), { signal }),
    initialPageParam: {} as Readonly<Record<string, string>>,
    getNextPageParam: ({ cursor }) => (cursor === undefined ? undefined : { cursor }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
  return (
    <>
      <div className="bar">
        {filters.programme ? (
          <ToProgramme id={filters.programme} />
        ) : (
          <Link href={programmesOf(slug)}>{words.back}</Link>
        )}
      </div>
      <h1>{words.whyQuestion}</h1>
      <p className="lead">{words.whyLead}</p>
      <FilterForm filters={filters} />
      {rows.error && !rows.data ? (
        <Failure heading="h2" error={rows.error} onAgain={() => void rows.refetch()} />
      ) : rows.data ? (
        <Rows
          rows={rows.data.pages.flatMap((page) => page.invitations)}
          filters={filters}
          more={rows.hasNextPage}
          busy={rows.isFetchingNextPage}
          onMore={() => void rows.fetchNextPage()}
        />
      ) : (
        <Bones />
      )}
    </>
  );
}

function ToProgramme({ id }: { readonly id: string }): ReactNode {
  const { slug } = useWorkspace();
  const words = useWords(askingWords);
  const programmes = useProgrammes();
  const found = programmes.data?.programmes.find((one) => one.id === id);
  return (
    <Link href={found ? programmeAt(slug, id) : programmesOf(slug)}>
      {found ? visibleText(found.name) : words.back}
    </Link>
  );
}

function FilterForm({ filters }: { readonly filters: Filters }): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const may = useMay();
  const [, navigate] = useLocation();
  const programmes = useProgrammes();
  const { touchpoints, nameOf } = useTouchpoints();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const chosen = filterNames.flatMap((key) => {
      const value = String(data.get(key) ?? '').trim();
      return value === '' ? [] : [[key, value] as const];
    });
    navigate(whyAt(slug, Object.fromEntries(chosen)));
  };
  const reasons = refusalReasons
    .map((value) => ({ value, text: refusalWords[language][value] }))
    .sort((a, b) => a.text.localeCompare(b.text, language));
  return (
    // The choices come a moment after the form: only then can it show what the address says.
    <form className="decision-filters" onSubmit={submit} key={`${programmes.isSuccess} ${touchpoints.length}`}>
      <ChoiceField
        label={words.programme}
        name="programme"
        defaultValue={filters.programme ?? ''}
        choices={[
          { value: '', text: words.anyProgramme },
          ...(programmes.data?.programmes ?? []).map(({ id, name }) => ({ value: id, text: visibleText(name) })),
        ]}
      />
      <ChoiceField
        label={words.reason}
        name="reason"
        defaultValue={filters.reason ?? ''}
        choices={[{ value: '', text: words.anyReason }, ...reasons]}
      />
      <ChoiceField
        label={words.touchpoint}
        name="touchpoint"
        defaultValue={filters.touchpoint ?? ''}
        choices={[
          { value: '', text: words.anyTouchpoint },
          ...touchpoints.map(({ key }) => ({ value: key, text: nameOf(key) })),
        ]}
      />
      <TextField
        label={may('view-contact-details') ? words.search : words.searchAccounts}
        name="search"
        type="search"
        maxLength={200}
        defaultValue={filters.search ?? ''}
      />
      <TextField label={words.fromDay} name="from" type="date" defaultValue={filters.from ?? ''} />
      <TextField label={words.toDay} name="to" type="date" defaultValue={filters.to ?? ''} />
      <p className="buttons">
        <button type="submit" className="button button-strong">
          {words.show}
        </button>
        {Object.keys(filters).length > 0 && <Link href={whyAt(slug)}>{words.clear}</Link>}
      </p>
    </form>
  );
}

interface RowsProps {
  readonly rows: readonly DecidedInvitation[];
  readonly filters: Filters;
  readonly more: boolean;
  readonly busy: boolean;
  readonly onMore: () => void;
}

function Rows({ rows, filters, more, busy, onMore }: RowsProps): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  if (rows.length === 0) {
    const isFiltered = Object.keys(filters).length > 0;
    return <p className="answer">{isFiltered ? words.whyNoneFiltered : words.whyNone}</p>;
  }
  const shown = numberText(rows.length, 0, language);
  return (
    <>
      <Exports filters={filters} />
      <ul className="decisions">
        {rows.map((row) => (
          <DecisionRow key={row.id} row={row} />
        ))}
      </ul>
      {more ? (
        <p className="buttons">
          <button type="button" className="button" aria-disabled={busy} onClick={() => busy || onMore()}>
            {words.whyMore(shown)}
          </button>
        </p>
      ) : (
        <p className="small rows-end">{words.whyEnd(shown)}</p>
      )}
    </>
  );
}

/** The same rows as a file, where the gate lets the reader's role through. */
function Exports({ filters }: { readonly filters: Filters }): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const may = useMay();
  if (!may('export')) return null;
  const at = (more: Readonly<Record<string, string>>) =>
    apiOf(slug, `/invitations/export?${new URLSearchParams({ ...filters, language, ...more })}`);
  const isSearched = filters.search !== undefined;
  return (
    <p className="links">
      {!isSearched && (
        <a href={at({})} download>
          {words.exportCsv}
        </a>
      )}
      {may('export-personal-data') ? (
        <a href={at({ names: 'true' })} download>
          {words.exportNamed}
        </a>
      ) : (
        isSearched && <span className="small">{words.searchNoExport}</span>
      )}
    </p>
  );
}
