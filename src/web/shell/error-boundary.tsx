import { Component, type ReactNode } from 'react';
import { useWords } from '../language.tsx';
import { shellWords } from './shell-words.ts';

/** A fault inside a page stays inside it: the way to other pages is still there. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Broken onAgain={() => this.setState({ broken: false })} /> : this.props.children;
  }
}

function Broken({ onAgain }: { readonly onAgain: () => void }): ReactNode {
  const words = useWords(shellWords);
  return (
    <section role="alert">
      <h1>{words.brokenTitle}</h1>
      <p className="answer">{words.broken}</p>
      <div className="buttons">
        <button type="button" className="button" onClick={onAgain}>
          {words.tryAgain}
        </button>
      </div>
    </section>
  );
}
