import { type ReactNode, useState } from 'react';
import { useWords } from '../language.tsx';
import type { JsonObject } from './asking-api.ts';
import { askingWords } from './asking-words.ts';

/** The rules as the interface takes them. */
export function RulesJson({ rules }: { readonly rules: JsonObject }): ReactNode {
  const words = useWords(askingWords);
  const [isCopied, setIsCopied] = useState(false);
  const text = JSON.stringify(rules, null, 2);
  const copy = () => {
    void navigator.clipboard.writeText(text).then(() => setIsCopied(true));
  };
  return (
    <details className="rules-json">
      <summary>{words.json}</summary>
      <p className="small">{words.jsonLead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard */}
      <pre tabIndex={0}>{text}</pre>
      <p className="buttons">
        {/* A page that is not served safely has no clipboard; the text can be marked. */}
        {globalThis.isSecureContext && (
          <button type="button" className="button" onClick={copy}>
            {words.copy}
          </button>
        )}
        <span role="status" className="small">
          {isCopied && words.copied}
        </span>
      </p>
    </details>
  );
}
