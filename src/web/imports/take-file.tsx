import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useWords } from '../language.tsx';
import { importWords } from './import-words.ts';

const accepted = '.csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values';

/** Takes a file: dropped on it, or chosen by the button, which is all that a keyboard needs. */
export function TakeFile({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  const words = useWords(importWords);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <section
      className={over ? 'drop drop-over' : 'drop'}
      aria-label={words.drop}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2 className="drop-title">{over ? words.dropOver : words.drop}</h2>
      <p className="small">{words.dropText}</p>
      <input
        ref={input}
        type="file"
        accept={accepted}
        className="unseen"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <div className="buttons">
        <button type="button" className="button button-strong" onClick={() => input.current?.click()}>
          {words.choose}
        </button>
      </div>
    </section>
  );
}
