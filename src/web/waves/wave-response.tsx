import type { ReactNode } from 'react';
import { dimensionName, joinInterval, numberText, percentText } from '../../present/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { coverageOf } from './goal-bar.tsx';
import type { ResponsePart, ShownRate, ShownWave } from './waves-api.ts';
import { wavesWords } from './waves-words.ts';
import type { WavesWords } from './waves-words-shape.ts';
import { WideTable } from './wide-table.tsx';

type Cut = 'role' | 'channel' | 'segment';

/** Who answered: the rate with its interval, whole and by role, channel and segment. */
export function WaveResponse({ wave }: { readonly wave: ShownWave }): ReactNode {
  const words = useWords(wavesWords);
  const { language } = useLanguage();
  const { response } = wave;
  const rate = response.rates.RR1;
  const count = (n: number) => numberText(n, 0, language);
  return (
    <section className="wave-section" aria-labelledby="wave-response">
      <h2 id="wave-response">{words.responseTitle}</h2>
      {rate ? (
        <>
          <p>
            {words.responseLine(count(response.dispositions.complete ?? 0), count(rate.n), rateText(rate, language))}
          </p>
          <p className="small">{lostText(response.dispositions, words, count)}</p>
          <div className="wave-tables">
            <PartTable of="role" parts={response.byRole} />
            <PartTable of="channel" parts={response.byChannel} />
            <PartTable of="segment" parts={response.bySegment} wave={wave} />
          </div>
        </>
      ) : (
        <p className="small">{words.noResponse}</p>
      )}
    </section>
  );
}

type Told = keyof WavesWords['disposition'];

function lostText(counts: ResponsePart['dispositions'], words: WavesWords, count: (n: number) => string) {
  const told = (Object.keys(words.disposition) as Told[]).filter((one) => (counts[one] ?? 0) > 0);
  if (told.length === 0) return null;
  return words.lost(told.map((one) => `${words.disposition[one]} ${count(counts[one]!)}`).join(', '));
}

function rateText({ value, low, high }: ShownRate, language: 'en' | 'fi' | 'sv'): string {
  const share = (of: number) => percentText(of, 1, language);
  return `${share(value)} (${joinInterval(share(low), share(high), language)})`;
}

function PartTable(props: {
  readonly of: Cut;
  readonly parts: readonly ResponsePart[];
  readonly wave?: ShownWave;
}): ReactNode {
  const { of, parts, wave } = props;
  const words = useWords(wavesWords);
  const { language } = useLanguage();
  const count = (n: number) => numberText(n, 0, language);
  const rows = parts.filter(({ rates }) => rates.RR1);
  const covered = (segment: string) => {
    const heard = wave?.heardBySegment.find((one) => one.segment === segment);
    if (!wave || !heard) return '–';
    const { before, now } = coverageOf(wave, heard);
    return percentText(before + now, 0, language);
  };
  if (rows.length === 0) return null;
  return (
    <WideTable name={words.part[of]}>
      <caption className="unseen">{words.part[of]}</caption>
      <thead>
        <tr>
          <th scope="col">{words.part[of]}</th>
          <th scope="col" className="number">
            {words.partHead.asked}
          </th>
          <th scope="col" className="number">
            {words.partHead.heard}
          </th>
          <th scope="col" className="number">
            {words.partHead.rate}
          </th>
          {wave && (
            <th scope="col" className="number">
              {words.partHead.coverage}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ value, dispositions, rates }) => (
          <tr key={value}>
            <th scope="row">
              {value === '' ? words.notKnown : dimensionName(of, { key: value, name: value }, language)}
            </th>
            <td className="number">{count(rates.RR1!.n)}</td>
            <td className="number">{count(dispositions.complete ?? 0)}</td>
            <td className="number">{rateText(rates.RR1!, language)}</td>
            {wave && <td className="number">{covered(value)}</td>}
          </tr>
        ))}
      </tbody>
    </WideTable>
  );
}
