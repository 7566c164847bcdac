import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useId, useState } from 'react';
import { numberText, visibleText } from '../../present/index.ts';
import { liveKey } from '../api/live.tsx';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { SureButton } from '../sure-button.tsx';
import { type EventSource, lookEvery } from './events-api.ts';
import { eventsWords } from './events-words.ts';
import { SourceForm } from './source-form.tsx';

/** Where events are fetched from: whether each works, how far it was read, and what can be done with it. */
export function SourceList(): ReactNode {
  const words = useWords(eventsWords);
  const { slug } = useWorkspace();
  const id = useId();
  const [isAdding, setIsAdding] = useState(false);
  const found = useQuery({
    queryKey: [...liveKey(slug), 'event-sources'],
    queryFn: ({ signal }) => ask<{ sources: EventSource[] }>(apiOf(slug, '/event-sources'), { signal }),
    refetchInterval: lookEvery,
  });
  const sources = found.data?.sources;
  return (
    <section className="part-section" aria-labelledby={id}>
      <h2 id={id}>{words.sourcesTitle}</h2>
      <p className="subtitle">{words.sourcesLead}</p>
      {found.error && !sources && <Failure heading="h2" error={found.error} onAgain={() => void found.refetch()} />}
      {sources?.length === 0 && !isAdding && <p className="answer">{words.sourcesNone}</p>}
      {sources?.map((source) => (
        <SourcePart key={source.id} source={source} />
      ))}
      {isAdding ? (
        <SourceForm onDone={() => setIsAdding(false)} />
      ) : (
        <p className="buttons">
          <button type="button" className="button" onClick={() => setIsAdding(true)}>
            {words.addSource}
          </button>
        </p>
      )}
    </section>
  );
}

interface Step {
  readonly path?: string;
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly body?: object;
}

function SourcePart({ source }: { readonly source: EventSource }): ReactNode {
  const words = useWords(eventsWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const client = useQueryClient();
  const [isChanging, setIsChanging] = useState(false);
  const step = useMutation({
    mutationFn: ({ path = '', ...question }: Step) => ask(apiOf(slug, `/event-sources/${source.id}${path}`), question),
    onSettled: () => client.invalidateQueries({ queryKey: liveKey(slug) }),
  });
  const fault = useFault(step.error);
  const { key, settings, state, lastReadAt, lastError, readTo, files, filesWithProblems } = source;
  const name = visibleText(key);
  const isRunning = state === 'running';
  const facts = [
    words.kind[settings.kind],
    isRunning ? words.running : words.paused,
    lastReadAt ? words.readAt(momentText(lastReadAt, language, timeZone)) : words.neverRead,
    ...(readTo ? [words.readTo(visibleText(readTo))] : []),
    ...(settings.kind === 'postgresql' ? [] : [words.files(files, filesWithProblems)]),
  ];
  return (
    <section className="source" aria-label={name}>
      <h3>{name}</h3>
      <p className="small">
        {facts.join(' · ')} · {visibleText(placeOf(settings))}
      </p>
      {lastError && <p className="form-error source-error">{visibleText(lastError)}</p>}
      <FormError fault={fault} />
      <div className="message-steps">
        <Plain
          text={words.readNow}
          label={words.stepName(words.readNow, name)}
          onDo={() => step.mutate({ path: '/run', method: 'POST' })}
        />
        <Plain
          text={isRunning ? words.pause : words.run}
          label={words.stepName(isRunning ? words.pause : words.run, name)}
          onDo={() => step.mutate({ method: 'PATCH', body: { state: isRunning ? 'paused' : 'running' } })}
        />
        <Plain text={words.change} label={words.stepName(words.change, name)} onDo={() => setIsChanging(!isChanging)} />
        <SureButton
          text={words.remove}
          label={words.stepName(words.remove, name)}
          question={words.removeSure}
          onSure={() => step.mutate({ method: 'DELETE' })}
        />
        <span role="status" className="small">
          {step.isSuccess && step.variables.path === '/run' && words.asked}
        </span>
      </div>
      {isChanging && <SourceForm source={source} onDone={() => setIsChanging(false)} />}
      {files > 0 && <Files source={source} />}
    </section>
  );
}

function Plain(props: { readonly text: string; readonly label: string; readonly onDo: () => void }): ReactNode {
  return (
    <button type="button" className="link" aria-label={props.label} onClick={props.onDo}>
      {props.text}
    </button>
  );
}

function placeOf({ kind, ...settings }: EventSource['settings']): string {
  if (kind === 'folder') return String(settings.folder);
  const place = `${settings.user}@${settings.host}:${settings.port}`;
  return kind === 'sftp' ? `${place}/${settings.folder}` : `${place}/${settings.database} ${settings.table}`;
}

interface ReadFile {
  readonly id: string;
  readonly name: string;
  readonly rowsRead: number;
  readonly rowsTaken: number;
  readonly problems: readonly { readonly line: number; readonly reason: string; readonly field: string }[];
  readonly readAt: string;
}

const shownProblems = 5;

/** The files of a source with the rows that were left out, asked for when they are opened. */
function Files({ source: { id, key } }: { readonly source: EventSource }): ReactNode {
  const words = useWords(eventsWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const [isOpen, setIsOpen] = useState(false);
  const found = useQuery({
    queryKey: [...liveKey(slug), 'source-files', id],
    queryFn: ({ signal }) => ask<{ files: ReadFile[] }>(apiOf(slug, `/event-sources/${id}/files`), { signal }),
    enabled: isOpen,
  });
  const count = (n: number) => numberText(n, 0, language);
  return (
    <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {words.showFiles}
        <span className="unseen">: {key}</span>
      </summary>
      {found.error && <Failure heading="h2" error={found.error} onAgain={() => void found.refetch()} />}
      <ul className="source-files">
        {found.data?.files.map((file) => (
          <li key={file.id}>
            {visibleText(file.name)}{' '}
            <span className="small">
              {momentText(file.readAt, language, timeZone)},{' '}
              {words.fileRows(count(file.rowsTaken), count(file.rowsRead))}
            </span>
            <ul>
              {file.problems.slice(0, shownProblems).map((problem) => (
                <li key={`${problem.line} ${problem.field}`} className="small">
                  {words.line(problem.line)}: {words.reason[problem.reason] ?? problem.reason}
                  {problem.field && ` (${visibleText(problem.field)})`}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </details>
  );
}
