import { type ReactNode, useId } from 'react';
import { type PageAction, rolesThatMay, useMay } from '../api/permission.ts';
import { useWords } from '../language.tsx';
import { shellWords } from '../shell/shell-words.ts';
import { settingsWords } from './settings-words.ts';

/** One part of the settings. Without the permission it says whose it is, instead of hiding that it exists. */
export function SettingsSection(props: {
  readonly title: string;
  readonly lead?: string;
  readonly needs?: PageAction;
  readonly children: ReactNode;
}): ReactNode {
  const words = useWords(settingsWords);
  const { role } = useWords(shellWords);
  const may = useMay();
  const id = useId();
  const { needs } = props;
  const allowed = needs === undefined || may(needs);
  return (
    <section className="settings-section" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.lead && <p className="subtitle">{props.lead}</p>}
      {allowed ? (
        props.children
      ) : (
        <p className="small">{words.onlyFor(rolesThatMay[needs].map((name) => role[name]).join(', '))}</p>
      )}
    </section>
  );
}
