import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { errorText, numberText, visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, pageOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { SureButton } from '../sure-button.tsx';
import type { ImportSummary } from './import-api.ts';
import { importWords } from './import-words.ts';

const lookAgain = 700;
const isGoing = ({ state }: ImportSummary) => state === 'waiting' || state === 'running';

/** Every import with its state; one that runs is looked at until it ends, also after the page was closed and opened. */
export function ImportList(): ReactNode {
  const words = useWords(importWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const imports = useQuery({
    queryKey: ['imports', slug],
    queryFn: ({ signal }) => ask<{ imports: ImportSummary[] }>(apiOf(slug, '/imports'), { signal }),
    refetchInterval: ({ state }) => (state.data?.imports.some(isGoing) ? lookAgain : false),
  });
  const rows = imports.data?.imports ?? [];
  const going = rows.some(isGoing);
  const was = useRef(going);
  useEffect(() => {
    // What an import brought changes every figure.
    if (was.current && !going) void client.invalidateQueries({ queryKey: liveKey(slug) });
    was.current = going;
  }, [going, client, slug]);
  return (
    <section className="wizard-part" aria-labelledby="imports-title">
      <h2 id="imports-title">{words.listTitle}</h2>
      {imports.error && <Failure heading="h2" error={imports.error} onAgain={() => void imports.refetch()} />}
      {imports.data && rows.length === 0 && <p className="subtitle">{words.listNone}</p>}
      {rows.length > 0 && <ImportTable imports={rows} />}
      {rows.some(({ state }) => state === 'done') && (
        <p className="links">
          <Link href={pageOf(slug, 'overview')}>{words.toOverview}</Link>
        </p>
      )}
    </section>
  );
}

function ImportTable({ imports }: { readonly imports: readonly ImportSummary[] }): ReactNode {
  const words = useWords(importWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const undo = useMutation({
    mutationFn: (id: string) => ask(apiOf(slug, `/imports/${id}/undo`), { method: 'POST' }),
    onSettled: () => {
      void client.invalidateQueries({ queryKey: ['imports', slug] });
      void client.invalidateQueries({ queryKey: liveKey(slug) });
    },
  });
  const fault = useFault(undo.error);
  return (
    <>
      <FormError fault={fault} />
      <table className="imports cards-on-phone">
        <caption className="unseen">{words.listTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.head.file}</th>
            <th scope="col">{words.head.when}</th>
            <th scope="col">{words.head.state}</th>
            <th scope="col">{words.head.rows}</th>
            <th scope="col">{words.head.actions}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <ImportRow key={one.id} of={one} busy={undo.isPending} onUndo={() => undo.mutate(one.id)} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function ImportRow(props: {
  readonly of: ImportSummary;
  readonly busy: boolean;
  readonly onUndo: () => void;
}): ReactNode {
  const { of: one } = props;
  const words = useWords(importWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const may = useMay();
  const count = (n: number) => numberText(n, 0, language);
  const file = visibleText(one.file);
  return (
    <tr>
      <th scope="row">
        {file} <small>{words.kind[one.kind]}</small>
      </th>
      <td>{momentText(one.startedAt, language, timeZone)}</td>
      <td>
        <span role={isGoing(one) ? 'status' : undefined}>
          {one.state === 'undone' && one.undoneAt
            ? words.undone(momentText(one.undoneAt, language, timeZone))
            : words.state[one.state]}
        </span>
        {isGoing(one) && <Running of={one} />}
        {one.error && <small>{errorText(one.error, language).happened}</small>}
      </td>
      <td>
        {one.state === 'done' && words.rows(count(one.rows.used), count(one.rows.read))}
        {may('import') && one.rows.rejected + one.rows.reasons.length > 0 && (
          <small>
            <a href={apiOf(slug, `/imports/${one.id}/report.csv`)} download aria-label={words.reportOf(file)}>
              {words.report}
            </a>
          </small>
        )}
      </td>
      <td>
        {one.state === 'done' && may('undo-import') && (
          <SureButton
            text={words.undo}
            label={words.undoOf(file)}
            question={words.undoSure(file, count(one.rows.used))}
            busy={props.busy}
            onSure={props.onUndo}
          />
        )}
      </td>
    </tr>
  );
}

function Running({ of: one }: { readonly of: ImportSummary }): ReactNode {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const { rows = 0, share } = one.progress;
  const told = share === undefined ? undefined : `${numberText(share * 100, 0, language)}\u00a0%`;
  return (
    <>
      <progress aria-label={visibleText(one.file)} max={1} {...(share === undefined ? {} : { value: share })} />
      <small>{words.progress(numberText(rows, 0, language), told)}</small>
    </>
  );
}
