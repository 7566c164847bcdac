import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { numberText, visibleText } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { ask } from '../api/request.ts';
import { apiOf, pageOf, useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { FormError, useFault } from '../form/form-errors.tsx';
import { useLanguage, useWords } from '../language.tsx';
import { momentText } from '../shell/clock-text.ts';
import { SureButton } from '../sure-button.tsx';
import { Bones } from './bones.tsx';
import { GoalBar } from './goal-bar.tsx';
import { PersuasionPanel } from './persuasion-panel.tsx';
import { SilentTable } from './silent-table.tsx';
import { WaveResponse } from './wave-response.tsx';
import type { RelationshipProgramme, ShownWave, Silence } from './waves-api.ts';
import { wavesWords } from './waves-words.ts';

/** One wave: its goal beside what it has reached, who answered and who cannot be heard. */
export function WaveView(props: {
  readonly id: string;
  readonly programmes: readonly RelationshipProgramme[];
}): ReactNode {
  const { id, programmes } = props;
  const words = useWords(wavesWords);
  const { slug } = useWorkspace();
  const wave = useQuery({
    queryKey: ['wave', slug, id],
    queryFn: ({ signal }) => ask<ShownWave>(apiOf(slug, `/waves/${encodeURIComponent(id)}`), { signal }),
    staleTime: 0,
    // Invitations change without an answer that the page is told of.
    refetchInterval: 15_000,
  });
  const back = (
    <p className="small">
      <Link href={pageOf(slug, 'collect/waves')}>{words.back}</Link>
    </p>
  );
  if (wave.error && !wave.data) {
    return (
      <>
        {back}
        <Failure error={wave.error} onAgain={() => void wave.refetch()} />
      </>
    );
  }
  if (!wave.data) return <Bones />;
  const programme = programmes.find((one) => one.id === wave.data.programmeId);
  return (
    <>
      {back}
      <Shown wave={wave.data} programme={programme} />
    </>
  );
}

function Shown(props: { readonly wave: ShownWave; readonly programme: RelationshipProgramme | undefined }): ReactNode {
  const { wave, programme } = props;
  const words = useWords(wavesWords);
  const { language } = useLanguage();
  const { slug, timeZone } = useWorkspace();
  const may = useMay();
  const named = useQuery({
    queryKey: ['wave', slug, wave.id, 'silent'],
    queryFn: ({ signal }) =>
      ask<{ accounts: { id: string; name: string; why: Silence }[] }>(
        apiOf(slug, `/waves/${wave.id}/silent-accounts`),
        { signal },
      ),
    enabled: may('view-responses') && wave.silent.length > 0,
  });
  const [opens, closes] = [wave.opensAt, wave.closesAt].map((at) => momentText(at, language, timeZone)) as [
    string,
    string,
  ];
  const isClosed = wave.state === 'closed';
  return (
    <>
      <h1>
        {words.wave(wave.number)}
        {programme && <span className="wave-of"> · {visibleText(programme.name)}</span>}
      </h1>
      <p className="lead">
        {isClosed ? words.wasOpen(opens, closes) : words.runs(opens, closes)}{' '}
        {!isClosed && wave.state !== 'open' && `${words.head.state}: ${words.state[wave.state]}.`}{' '}
        {wave.undecided > 0 && words.undecided(numberText(wave.undecided, 0, language))}
      </p>
      {may('manage-programmes') && !isClosed && <Close wave={wave} />}
      {wave.draw && <GoalBar wave={wave} />}
      <WaveResponse wave={wave} />
      {wave.draw && (
        <section className="wave-section" aria-labelledby="wave-silent">
          <h2 id="wave-silent">{words.silentTitle}</h2>
          <SilentTable silent={wave.silent} named={named.data?.accounts ?? []} />
        </section>
      )}
      <PersuasionPanel programme={wave.programmeId} wave={wave.id} />
    </>
  );
}

function Close({ wave }: { readonly wave: ShownWave }): ReactNode {
  const words = useWords(wavesWords);
  const { slug } = useWorkspace();
  const client = useQueryClient();
  const close = useMutation({
    mutationFn: () => ask(apiOf(slug, `/waves/${wave.id}/close`), { method: 'POST' }),
    onSettled: () => client.invalidateQueries({ queryKey: ['wave', slug] }),
  });
  const fault = useFault(close.error);
  return (
    <>
      <FormError fault={fault} />
      <SureButton
        text={words.close}
        label={words.closeName(words.wave(wave.number))}
        question={words.closeSure}
        busy={close.isPending}
        onSure={() => close.mutate()}
      />
    </>
  );
}
