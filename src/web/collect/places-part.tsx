import './places.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useWords } from '../language.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { shellWords } from '../shell/shell-words.ts';
import type { PlacesReply } from './place-api.ts';
import { PlaceMaker } from './place-maker.tsx';
import { PlaceSection } from './place-section.tsx';
import { placeWords } from './place-words.ts';

/** A kiosk that has called is seen soon after. */
const againMilliseconds = 30_000;

/** Where anybody may answer: each place with its ways, its answers and its kiosks, and a form for a new one. */
export function PlacesPart(): ReactNode {
  const words = useWords(placeWords);
  const shell = useWords(shellWords);
  const { slug, name } = useWorkspace();
  const may = useMay();
  usePageTitle(words.title, name);
  const places = useQuery({
    queryKey: ['places', slug],
    queryFn: ({ signal }) => ask<PlacesReply>(apiOf(slug, '/places'), { signal }),
    staleTime: 0,
    refetchInterval: againMilliseconds,
  });
  return (
    <>
      <h1>{words.question}</h1>
      <p className="lead">{words.lead}</p>
      {places.error && !places.data && (
        <Failure heading="h2" error={places.error} onAgain={() => void places.refetch()} />
      )}
      {places.isPending && (
        <div className="bones survey-bones">
          <p className="unseen" role="status">
            {shell.loading}
          </p>
          <i />
          <i />
          <i className="half" />
        </div>
      )}
      {places.data?.places.length === 0 && (
        <p className="answer">{may('manage-places') ? words.none : words.noneForReader}</p>
      )}
      {places.data && places.data.places.length > 0 && <p className="subtitle places-note">{words.notInRates}</p>}
      {places.data?.places.map((place) => (
        <PlaceSection key={place.id} place={place} choices={places.data.choices} />
      ))}
      {places.data && may('manage-places') && <PlaceMaker choices={places.data.choices} />}
    </>
  );
}
