import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { numberText, percentText } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { Bones } from './bones.tsx';
import { DrawsPanel } from './draws-panel.tsx';
import { PersuasionPanel } from './persuasion-panel.tsx';
import { waveAddress } from './wave-address.ts';
import { WaveMaker } from './wave-maker.tsx';
import type { ListedWave, RelationshipProgramme } from './waves-api.ts';
import { wavesWords } from './waves-words.ts';

/** The waves of one programme, and what can be done about the next. */
export function WaveList({ programme }: { readonly programme: RelationshipProgramme }): ReactNode {
  const words = useWords(wavesWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const may = useMay();
  const { id, state, rules } = programme;
  const list = useQuery({
    queryKey: ['waves', slug, id],
    queryFn: ({ signal }) =>
      ask<{ waves: ListedWave[]; nextAt?: string }>(apiOf(slug, `/programmes/${id}/waves`), { signal }),
    staleTime: 0,
    refetchInterval: 15_000,
  });
  if (list.error && !list.data) {
    return <Failure heading="h2" error={list.error} onAgain={() => void list.refetch()} />;
  }
  if (!list.data) return <Bones />;
  const { waves, nextAt } = list.data;
  const isOver = waves.every((wave) => wave.state === 'closed');
  return (
    <>
      {waves.length === 0 ? <p className="answer">{words.noWaves}</p> : <Waves waves={waves} />}
      {nextAt && waves.length > 0 && <p className="small">{words.nextAt(momentText(nextAt, language, timeZone))}</p>}
      {state !== 'running' && <p className="small">{words.notRunning}</p>}
      {may('manage-programmes') && <WaveMaker programme={id} canMake={state === 'running' && isOver} />}
      {waves.length > 0 && <PersuasionPanel programme={id} />}
      {may('run-draws') && rules?.hasIncentive && <DrawsPanel programme={id} />}
    </>
  );
}

function Waves({ waves }: { readonly waves: readonly ListedWave[] }): ReactNode {
  const words = useWords(wavesWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const count = (n: number) => numberText(n, 0, language);
  return (
    <table className="waves cards-on-phone">
      <caption className="unseen">{words.title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.head.wave}</th>
          <th scope="col">{words.head.state}</th>
          <th scope="col">{words.head.opens}</th>
          <th scope="col">{words.head.closes}</th>
          <th scope="col">{words.head.drawn}</th>
          <th scope="col" className="number">
            {words.head.expected}
          </th>
        </tr>
      </thead>
      <tbody>
        {waves.map(({ id, number, state, opensAt, closesAt, draw }) => (
          <tr key={id}>
            <th scope="row">
              <Link href={waveAddress(slug, id)}>{words.wave(number)}</Link>
            </th>
            <td>{words.state[state]}</td>
            <td>
              <span className="narrow-word">{words.head.opens} </span>
              {momentText(opensAt, language, timeZone)}
            </td>
            <td>
              <span className="narrow-word">{words.head.closes} </span>
              {momentText(closesAt, language, timeZone)}
            </td>
            <td>
              {draw ? words.drawnOf(count(draw.drawnAccounts), count(draw.accounts), count(draw.drawnPersons)) : '–'}
            </td>
            <td className="number">
              {draw && <span className="narrow-word">{words.head.expected} </span>}
              {draw ? percentText(draw.expected.revenue ?? draw.expected.accounts, 0, language) : '–'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
