import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useRef, useState } from 'react';
import { numberText } from '../../present/index.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { sizeText } from '../size-text.ts';
import { type FileKind, fileKinds, type GivenMapping, type Preview, type Sending, upload } from './import-api.ts';
import { importWords } from './import-words.ts';
import { MappingFields } from './mapping-fields.tsx';
import { FirstProblems, ProblemTable } from './problem-table.tsx';
import { SavedMappings } from './saved-mappings.tsx';
import { SettleFile } from './settle-file.tsx';
import { TakeFile } from './take-file.tsx';

/** Kind, file, dry run, correction, import: the file stays in the browser until it is wanted. */
export function ImportWizard(): ReactNode {
  const words = useWords(importWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const [kind, setKind] = useState<FileKind>('answers');
  const [file, setFile] = useState<File>();
  const [given, setGiven] = useState<GivenMapping>({});
  const [sending, setSending] = useState<Sending>();
  const running = useRef<AbortController>(undefined);
  const send = <Answer,>(
    path: '/imports' | '/imports/preview',
    of: { file: File; given: GivenMapping; kind: FileKind },
  ) => {
    running.current?.abort();
    running.current = new AbortController();
    setSending(undefined);
    return upload<Answer>({ workspace: slug, path, ...of, signal: running.current.signal, onSending: setSending });
  };
  const preview = useMutation({
    mutationFn: (of: { file: File; given: GivenMapping; kind: FileKind }) => send<Preview>('/imports/preview', of),
  });
  const begin = useMutation({
    mutationFn: (of: { file: File; given: GivenMapping; kind: FileKind }) => send<{ id: string }>('/imports', of),
    onSuccess: () => {
      setFile(undefined);
      preview.reset();
      void client.invalidateQueries({ queryKey: ['imports', slug] });
    },
  });
  const read = (next: { file?: File; given?: GivenMapping; kind?: FileKind }) => {
    const of = { file: next.file ?? file, given: next.given ?? given, kind: next.kind ?? kind };
    setKind(of.kind);
    setGiven(of.given);
    begin.reset();
    if (!of.file) return;
    setFile(of.file);
    preview.mutate({ ...of, file: of.file });
  };
  const stop = () => {
    running.current?.abort();
    setFile(undefined);
    setGiven({});
    preview.reset();
    begin.reset();
  };
  const failed = [preview.error, begin.error].find((error) => error && error.name !== 'AbortError');
  return (
    <div className="wizard">
      <fieldset className="kinds">
        <legend>{words.kindLegend}</legend>
        {fileKinds.map((value) => (
          <label key={value}>
            <input
              type="radio"
              name="kind"
              checked={value === kind}
              onChange={() => read({ kind: value, given: {} })}
            />{' '}
            <b>{words.kind[value]}</b> <span className="small">{words.kindText[value]}</span>
          </label>
        ))}
      </fieldset>
      {!file && <TakeFile onFile={(taken) => read({ file: taken, given: {} })} />}
      {(preview.isPending || begin.isPending) && file && <Waiting sending={sending} name={file.name} onCancel={stop} />}
      {failed && <Failure heading="h2" error={failed} onAgain={() => read({})} />}
      {file && failed && !preview.data && (
        <SettleFile error={failed} given={given} onSettle={(next) => read({ given: next })} />
      )}
      {file && preview.data && (
        <DryRun
          preview={preview.data}
          file={file}
          busy={preview.isPending || begin.isPending}
          onImport={() => begin.mutate({ file, given, kind })}
          onAnother={stop}
        />
      )}
      {file && preview.data && (
        <section className="wizard-part" aria-labelledby="read-as">
          <h2 id="read-as">{words.readAs}</h2>
          <p className="subtitle">{words.readAsText}</p>
          <SavedMappings kind={kind} mapping={preview.data.mapping} onUse={(saved) => read({ given: saved })} />
          <MappingFields kind={kind} preview={preview.data} given={given} onChange={(next) => read({ given: next })} />
        </section>
      )}
      {file && failed && !preview.data && (
        <p className="buttons">
          <button type="button" className="button" onClick={stop}>
            {words.another}
          </button>
        </p>
      )}
    </div>
  );
}

function Waiting(props: {
  readonly sending: Sending | undefined;
  readonly name: string;
  readonly onCancel: () => void;
}): ReactNode {
  const words = useWords(importWords);
  const { language } = useLanguage();
  const { sending } = props;
  const sent = sending && sending.sent < sending.total ? sending.sent / sending.total : undefined;
  return (
    <div className="progress" role="status">
      <p className="progress-text">
        {props.name}:{' '}
        {sending && sent !== undefined
          ? words.sending(sizeText(sending.sent, language), sizeText(sending.total, language))
          : words.reading}
      </p>
      <progress aria-label={props.name} max={1} {...(sent === undefined ? {} : { value: sent })} />
      <button type="button" className="button" onClick={props.onCancel}>
        {words.cancel}
      </button>
    </div>
  );
}

/** What would be taken, before anything is. */
function DryRun(props: {
  readonly preview: Preview;
  readonly file: File;
  readonly busy: boolean;
  readonly onImport: () => void;
  readonly onAnother: () => void;
}): ReactNode {
  const { preview, file, busy } = props;
  const { rows } = preview;
  const words = useWords(importWords);
  const { language } = useLanguage();
  const count = (n: number) => numberText(n, 0, language);
  return (
    <section className={busy ? 'wizard-part stale' : 'wizard-part'} aria-labelledby="dry-run" aria-busy={busy}>
      <h2 id="dry-run">{words.previewTitle(file.name)}</h2>
      <p className="answer" role="status">
        {rows.used === 0
          ? words.nothing
          : words.previewCounts({
              read: count(rows.read),
              used: count(rows.used),
              rejected: count(rows.rejected),
              known: count(rows.known),
              anyKnown: rows.known > 0,
            })}
      </p>
      {rows.reasons.length > 0 && <ProblemTable reasons={rows.reasons} />}
      {preview.problems.length > 0 && <FirstProblems problems={preview.problems} />}
      <div className="buttons">
        {rows.used > 0 && (
          <button type="button" className="button button-strong" disabled={busy} onClick={props.onImport}>
            {words.import(count(rows.used))}
          </button>
        )}
        <button type="button" className="button" onClick={props.onAnother}>
          {words.another}
        </button>
      </div>
    </section>
  );
}
