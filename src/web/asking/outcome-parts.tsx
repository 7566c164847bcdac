import { type ReactNode, useId } from 'react';
import {
  type Disposition,
  dispositionCodes,
  dispositions,
  dispositionWords,
  type RefusalReason,
  refusalWords,
  rulesWords,
} from '../../fielding/index.ts';
import { numberText } from '../../present/index.ts';
import { useMay } from '../api/permission.ts';
import { useWorkspace } from '../api/workspace.tsx';
import { Failure } from '../failure.tsx';
import { useLanguage, useWords } from '../language.tsx';
import type { Activity, ListedProgramme, Outcome, OutcomePart } from './asking-api.ts';
import { momentText, rateTexts, useAsking, whyAt } from './asking-queries.ts';
import { askingWords } from './asking-words.ts';
import { Bones } from './bones.tsx';
import { CountBars } from './count-bars.tsx';
import { DayBars } from './day-bars.tsx';

/** What happened: day by day, how invitations ended, the rates, by role and channel, and why people were not asked. */
export function OutcomeParts(props: { readonly programme: ListedProgramme; readonly activity: Activity }): ReactNode {
  const { programme, activity } = props;
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { timeZone } = useWorkspace();
  const id = useId();
  const outcome = useAsking<Outcome>(`/programmes/${programme.id}/dispositions`);
  const count = (n: number) => numberText(n, 0, language);
  const { planned, open, nextAt } = activity.ahead;
  if (!outcome.data) {
    return outcome.error ? <Failure heading="h2" error={outcome.error} /> : <Bones />;
  }
  const { asked, notAsked } = outcome.data;
  const isEmpty = asked + notAsked === 0;
  return (
    <section className="editor-part" aria-labelledby={id}>
      <h2 id={id}>{words.happened}</h2>
      {isEmpty ? (
        <p className="asking-prose">{words.nothingYet}</p>
      ) : (
        <>
          <p className="asking-prose">
            {words.ahead(count(planned), count(open), nextAt && momentText(nextAt, language, timeZone))}
          </p>
          <DayBars days={activity.days} />
          {asked > 0 && (
            <div className="outcome-columns">
              <Dispositions outcome={outcome.data} />
              <Rates outcome={outcome.data} />
            </div>
          )}
          {asked > 0 && (
            <div className="outcome-columns">
              <PartTable
                title={words.byRole}
                parts={outcome.data.byRole}
                nameOf={(value) => roleName(value, language)}
              />
              <PartTable
                title={words.byChannel}
                parts={outcome.data.byChannel}
                nameOf={(value) => nameIn(rulesWords[language].channel, value)}
              />
            </div>
          )}
          <Refusals programme={programme} outcome={outcome.data} />
        </>
      )}
    </section>
  );
}

const nameIn = (names: Readonly<Record<string, string>>, value: string) => names[value] ?? value;

function roleName(value: string, language: 'en' | 'fi' | 'sv'): string {
  return value === '' ? askingWords[language].noRole : nameIn(rulesWords[language].role, value);
}

function Dispositions({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const count = (n: number) => numberText(n, 0, language);
  const rows = dispositions.filter((one) => (outcome.dispositions[one] ?? 0) > 0 && dispositionCodes[one].code !== '');
  return (
    <div>
      <h3 className="asking-h3">{words.dispositions}</h3>
      <p className="subtitle">{words.dispositionsLead(count(outcome.asked))}</p>
      <table>
        <caption className="unseen">{words.dispositions}</caption>
        <thead>
          <tr>
            <th scope="col">{words.disposition}</th>
            <th scope="col">{words.code}</th>
            <th scope="col" className="number">
              {words.count}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one: Disposition) => (
            <tr key={one}>
              <th scope="row">{dispositionWords[language][one]}</th>
              <td>{dispositionCodes[one].code}</td>
              <td className="number">{count(outcome.dispositions[one] ?? 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const rateNames = ['RR1', 'RR2', 'RR3', 'RR4', 'RR5', 'RR6'] as const;

function Rates({ outcome }: { readonly outcome: Outcome }): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  return (
    <div>
      <h3 className="asking-h3">{words.rates}</h3>
      <p className="subtitle">
        {words.ratesLead} <a href="/methods/response-rates">{words.method}</a>
      </p>
      <table>
        <caption className="unseen">{words.rates}</caption>
        <thead>
          <tr>
            <th scope="col">{words.rateName}</th>
            <th scope="col" className="number">
              {words.rateValue}
            </th>
            <th scope="col">{words.interval}</th>
            <th scope="col" className="number">
              n
            </th>
          </tr>
        </thead>
        <tbody>
          {rateNames.map((name) => {
            const rate = outcome.rates[name];
            const texts = rate && rateTexts(rate, language);
            return (
              <tr key={name}>
                <th scope="row">
                  {name}
                  <small>{words.rateMeaning[name]}</small>
                </th>
                <td className="number">{texts?.share ?? '–'}</td>
                <td className="interval-cell">{texts?.interval ?? '–'}</td>
                <td className="number">{rate ? numberText(rate.n, 0, language) : '–'}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function PartTable(props: {
  readonly title: string;
  readonly parts: readonly (OutcomePart & { readonly value: string })[];
  readonly nameOf: (value: string) => string;
}): ReactNode {
  const { title, parts, nameOf } = props;
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const count = (n: number) => numberText(n, 0, language);
  const of = (part: OutcomePart, ...names: Disposition[]) =>
    count(names.reduce((sum, name) => sum + (part.dispositions[name] ?? 0), 0));
  return (
    <div>
      <h3 className="asking-h3">{title}</h3>
      <table className="part-table cards-on-phone">
        <caption className="unseen">{title}</caption>
        <thead>
          <tr>
            <td />
            {(['asked', 'complete', 'refused', 'rate'] as const).map((name) => (
              <th key={name} scope="col" className={name === 'rate' ? undefined : 'number'}>
                {words.partHead[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {parts.map((part) => {
            const rate = part.rates.RR2 && rateTexts(part.rates.RR2, language);
            return (
              <tr key={part.value}>
                <th scope="row">{nameOf(part.value)}</th>
                <td className="number">
                  <span className="narrow-word">{words.partHead.asked} </span>
                  {count(part.asked)}
                </td>
                <td className="number">
                  <span className="narrow-word">{words.partHead.complete} </span>
                  {of(part, 'complete', 'partial')}
                </td>
                <td className="number">
                  <span className="narrow-word">{words.partHead.refused} </span>
                  {of(part, 'explicit-refusal', 'implicit-refusal', 'break-off')}
                </td>
                <td className="interval-cell">
                  <span className="narrow-word">{words.partHead.rate} </span>
                  {rate ? `${rate.share} (${rate.interval})` : '–'}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Refusals({
  programme,
  outcome,
}: {
  readonly programme: ListedProgramme;
  readonly outcome: Outcome;
}): ReactNode {
  const words = useWords(askingWords);
  const { language } = useLanguage();
  const { slug } = useWorkspace();
  const may = useMay();
  if (outcome.refusals.length === 0) return null;
  const refused = outcome.refusals.reduce((sum, one) => sum + one.count, 0);
  return (
    <>
      <h3 className="asking-h3">{words.refusals}</h3>
      <p className="subtitle">{words.refusalsLead(numberText(refused, 0, language))}</p>
      <CountBars
        label={words.refusals}
        bars={outcome.refusals.map(({ reason, count }) => ({
          key: reason,
          text: refusalWords[language][reason as RefusalReason] ?? reason,
          count,
          href: may('view-responses') ? whyAt(slug, { programme: programme.id, reason }) : undefined,
        }))}
      />
    </>
  );
}
