import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { PageWords } from './page-words.ts';

export interface DropZoneProps {
  readonly words: PageWords;
  readonly isSample: boolean;
  readonly onFile: (file: File) => void;
  readonly onSample: () => void;
  readonly children?: ReactNode;
}

const accepted = '.csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values';

/** Takes a file: dropped anywhere on the page, or chosen by the button, which is all that a keyboard needs. */
export function DropZone({ words, isSample, onFile, onSample, children }: DropZoneProps): ReactNode {
  const over = usePageDrop(onFile);
  const title = useId();
  return (
    <aside className={`drop screen${over ? ' drop-over' : ''}`} aria-labelledby={title}>
      {isSample && (
        <p className="sample">
          <b>{words.sampleTitle}</b> {words.sampleText}
        </p>
      )}
      <h2 id={title} className="drop-title">
        {over ? words.dropHere : isSample ? words.dropTitle : words.dropAgainTitle}
      </h2>
      <p className="small">{words.dropText}</p>
      <div className="buttons">
        <FileButton label={words.choose} onFile={onFile} />
        {!isSample && (
          <button type="button" className="button" onClick={onSample}>
            {words.backToSample}
          </button>
        )}
      </div>
      {children}
    </aside>
  );
}

function FileButton({ label, onFile }: { readonly label: string; readonly onFile: (file: File) => void }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={accepted}
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <button type="button" className="button button-strong" onClick={() => input.current?.click()}>
        {label}
      </button>
    </>
  );
}

/** A file that misses the box by a little must not make the browser leave the page: the whole page takes it. */
function usePageDrop(onFile: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const holdsFile = (event: Event) => (event as unknown as DragEvent).dataTransfer?.types.includes('Files');
    const enter = (event: Event) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: Event) => {
      if ((event as unknown as DragEvent).relatedTarget === null) setOver(false);
    };
    const drop = (event: Event) => {
      if (!holdsFile(event)) return;
      event.preventDefault();
      setOver(false);
      const [file] = (event as unknown as DragEvent).dataTransfer.files;
      if (file) onFile(file);
    };
    const events = { dragenter: enter, dragover: enter, dragleave: leave, drop };
    for (const [name, listener] of Object.entries(events)) document.addEventListener(name, listener);
    return () => {
      for (const [name, listener] of Object.entries(events)) document.removeEventListener(name, listener);
    };
  }, [onFile]);
  return over;
}
