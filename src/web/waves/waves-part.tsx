import './waves.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSearchParams } from 'wouter';
import { visibleText } from '../../present/index.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { ChoiceField } from '../form/field.tsx';
import { useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { Bones } from './bones.tsx';
import { WaveList } from './wave-list.tsx';
import { WaveView } from './wave-view.tsx';
import type { RelationshipProgramme } from './waves-api.ts';
import { wavesWords } from './waves-words.ts';

/** Waves of the relationship: the list of a programme, or the one that the address names. */
export function WavesPart(): ReactNode {
  const words = useWords(wavesWords);
  const { name, slug } = useWorkspace();
  const [search, setSearch] = useSearchParams();
  usePageTitle(words.title, name);
  const programmes = useQuery({
    queryKey: ['programmes', slug],
    queryFn: ({ signal }) => ask<{ programmes: RelationshipProgramme[] }>(apiOf(slug, '/programmes'), { signal }),
  });
  const wave = search.get('wave');
  if (programmes.error) return <Failure error={programmes.error} onAgain={() => void programmes.refetch()} />;
  if (!programmes.data) return <Bones />;
  const asking = programmes.data.programmes.filter(({ level, rules }) => level === 'relationship' && rules);
  if (wave) return <WaveView key={wave} id={wave} programmes={asking} />;
  const chosen = asking.find(({ id }) => id === search.get('programme')) ?? asking[0];
  return (
    <>
      <h1>{words.question}</h1>
      <p className="lead">{words.lead}</p>
      {!chosen && <p className="answer">{words.none}</p>}
      {asking.length > 1 && chosen && (
        <div className="wave-choice">
          <ChoiceField
            label={words.programme}
            value={chosen.id}
            choices={asking.map(({ id, name: text }) => ({ value: id, text: visibleText(text) }))}
            onChange={(programme) => setSearch({ programme })}
          />
        </div>
      )}
      {chosen && <WaveList key={chosen.id} programme={chosen} />}
    </>
  );
}
