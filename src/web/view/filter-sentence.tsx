import { type FormEvent, Fragment, type ReactNode } from 'react';
import type { DimensionChoices } from '../../overview/index.ts';
import { dateText, dimensionName, type Language, periodText } from '../../present/index.ts';
import { type View, type ViewDimension, viewDimensions } from '../../view/index.ts';
import { useLanguage, useWords } from '../language.tsx';
import { AnyOf, FilterWord, OneOf, type Option, type Panel } from './filter-word.tsx';
import { type FilterWords, filterWords } from './filter-words.ts';

/** What the page at hand shows beside its filters. */
export interface ShownPeriods {
  readonly periods: readonly string[];
  readonly shown: string;
  readonly running: boolean;
  readonly against?: string | undefined;
}

interface FilterProps {
  readonly view: View;
  readonly choices: DimensionChoices;
  readonly shown?: ShownPeriods | undefined;
  /** Without it the window stands in place of the period. */
  readonly windowDays?: { readonly from: string; readonly to: string } | undefined;
  /** Where exactly one level must be chosen. */
  readonly oneLevel?: boolean;
  readonly show: (view: View, options?: { readonly replace?: boolean }) => void;
}

/** Filters that always have their word; the others get one once they are set. */
const alwaysTold: ReadonlySet<ViewDimension> = new Set(['unit', 'role']);

/** The filters as a sentence whose words can be changed: what is read is what is shown. */
export function FilterSentence(props: FilterProps): ReactNode {
  const words = useWords(filterWords);
  const { view, choices } = props;
  const offered = viewDimensions.filter(
    (dimension) => optionsOf(choices, dimension).length > 1 || view[dimension].length > 0,
  );
  const told = offered.filter((dimension) => alwaysTold.has(dimension) || view[dimension].length > 0);
  const tucked = offered.filter((dimension) => !alwaysTold.has(dimension));
  return (
    <p className="filters">
      {words.showing} <MetricWord {...props} />
      {', '}
      <LevelWord {...props} />
      {told.map((dimension) => (
        <Fragment key={dimension}>
          {', '}
          <DimensionWord {...props} dimension={dimension} />
        </Fragment>
      ))}
      {', '}
      <PeriodWord {...props} />
      {tucked.length > 0 && (
        <>
          {'; '}
          <FilterWord text={words.more} label={words.moreLabel}>
            {(panel) =>
              tucked.map((dimension) => (
                <DimensionOptions key={dimension} {...props} dimension={dimension} panel={panel} />
              ))
            }
          </FilterWord>
        </>
      )}
    </p>
  );
}

function MetricWord({ view, choices, show }: FilterProps): ReactNode {
  const words = useWords(filterWords);
  const { language } = useLanguage();
  const options = choices.metrics.map((metric) => ({
    value: metric.key,
    text: dimensionName('metric', metric, language),
  }));
  const text = options.find(({ value }) => value === view.metric)?.text ?? view.metric;
  return (
    <FilterWord text={text} label={words.metric}>
      {({ replace }) => (
        <OneOf
          legend={words.metric}
          options={options}
          value={view.metric}
          onChoose={(metric) => show({ ...view, metric }, { replace: replace() })}
        />
      )}
    </FilterWord>
  );
}

function LevelWord({ view, choices, show, oneLevel }: FilterProps): ReactNode {
  const words = useWords(filterWords);
  const levels: Option[] = [
    ...(oneLevel ? [] : [{ value: '', text: words.levels.both }]),
    ...choices.levels.map((level) => ({ value: level, text: words.levels[level] })),
  ];
  const choose = (value: string, replace: boolean) => {
    const { level: _old, ...rest } = view;
    const level = choices.levels.find((known) => known === value);
    show(level ? { ...rest, level } : rest, { replace });
  };
  return (
    <FilterWord text={words.levels[view.level ?? 'both']} label={words.level}>
      {({ replace }) => (
        <OneOf
          legend={words.level}
          options={levels}
          value={view.level ?? ''}
          onChoose={(value) => choose(value, replace())}
        />
      )}
    </FilterWord>
  );
}

function DimensionWord(props: FilterProps & { readonly dimension: ViewDimension }): ReactNode {
  const words = useWords(filterWords);
  const { language } = useLanguage();
  const { view, choices, dimension } = props;
  const values = view[dimension];
  const named = () => {
    const [only = ''] = values;
    const choice = optionsIn(choices, dimension, language, words).find(({ value }) => value === only);
    return choice?.text ?? (only || words.none);
  };
  const text =
    values.length === 0
      ? words.all[dimension]
      : values.length === 1
        ? named()
        : words.several[dimension](values.length);
  return (
    <FilterWord text={text} label={words.dimension[dimension]}>
      {(panel) => <DimensionOptions {...props} panel={panel} />}
    </FilterWord>
  );
}

function DimensionOptions(
  props: FilterProps & { readonly dimension: ViewDimension; readonly panel: Panel },
): ReactNode {
  const words = useWords(filterWords);
  const { language } = useLanguage();
  const { view, choices, dimension, panel } = props;
  return (
    <AnyOf
      legend={words.dimension[dimension]}
      all={words.all[dimension]}
      search={words.search}
      options={optionsIn(choices, dimension, language, words)}
      values={view[dimension]}
      onChoose={(values) => props.show({ ...view, [dimension]: values }, { replace: panel.replace() })}
    />
  );
}

function PeriodWord({ view, shown, windowDays, show }: FilterProps): ReactNode {
  const words = useWords(filterWords);
  const { language } = useLanguage();
  const name = (period: string) => periodText(period, view.period, language);
  const text = shown
    ? `${shown.running ? words.running(name(shown.shown)) : name(shown.shown)}${shown.against ? ` ${words.against(name(shown.against))}` : ''}`
    : windowDays
      ? words.window(dateText(windowDays.from, language), dateText(dayBefore(windowDays.to), language))
      : words.units[view.period];
  const units = Object.entries(words.units).map(([value, unit]) => ({ value, text: unit }));
  const cut = (period: string, replace: boolean) => {
    const { at: _old, ...rest } = view;
    show({ ...rest, period: period as View['period'] }, { replace });
  };
  return (
    <FilterWord text={text} label={words.period}>
      {({ close, replace }) => (
        <>
          <OneOf legend={words.cut} options={units} value={view.period} onChoose={(unit) => cut(unit, replace())} />
          {shown && (
            <ShownPeriod
              view={view}
              shown={shown}
              words={words}
              onChoose={(next) => show(next, { replace: replace() })}
            />
          )}
          <WindowDays
            view={view}
            days={windowDays}
            words={words}
            onApply={(next) => show(next, { replace: replace() })}
            close={close}
          />
        </>
      )}
    </FilterWord>
  );
}

function ShownPeriod(props: {
  readonly view: View;
  readonly shown: ShownPeriods;
  readonly words: FilterWords;
  readonly onChoose: (view: View) => void;
}): ReactNode {
  const { view, shown, words } = props;
  const { language } = useLanguage();
  const choose = (period: string) => {
    const { at: _old, ...rest } = view;
    props.onChoose(period ? { ...rest, at: period } : rest);
  };
  return (
    <label className="options-row">
      <span>{words.shown}</span>
      <select value={view.at ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">{words.newest}</option>
        {[...shown.periods].reverse().map((period) => (
          <option key={period} value={period}>
            {periodText(period, view.period, language)}
          </option>
        ))}
      </select>
    </label>
  );
}

function WindowDays(props: {
  readonly view: View;
  readonly days: FilterProps['windowDays'];
  readonly words: FilterWords;
  readonly onApply: (view: View) => void;
  readonly close: () => void;
}): ReactNode {
  const { view, words, days } = props;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const { from: _from, to: _to, at: _at, ...rest } = view;
    const [from, to] = [String(data.get('from')), String(data.get('to'))];
    props.onApply({ ...rest, ...(from ? { from } : {}), ...(to ? { to } : {}) });
    props.close();
  };
  return (
    <form className="options-window" onSubmit={submit}>
      <label className="options-row">
        <span>{words.from}</span>
        <input type="date" name="from" defaultValue={view.from ?? days?.from ?? ''} />
      </label>
      <label className="options-row">
        <span>{words.to}</span>
        <input type="date" name="to" defaultValue={view.to ?? days?.to ?? ''} />
      </label>
      <button type="submit" className="button">
        {words.apply}
      </button>
    </form>
  );
}

function optionsOf(choices: DimensionChoices, dimension: ViewDimension) {
  return {
    touchpoint: choices.touchpoints,
    segment: choices.segments,
    unit: choices.units,
    role: choices.roles,
    channel: choices.channels,
  }[dimension];
}

function optionsIn(
  choices: DimensionChoices,
  dimension: ViewDimension,
  language: Language,
  words: FilterWords,
): Option[] {
  return optionsOf(choices, dimension).map((choice) => ({
    value: choice.key,
    text: dimensionName(dimension, choice, language) || words.none,
  }));
}

/** Windows are half-open; people name the last day that counts. */
function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 864e5).toISOString().slice(0, 10);
}
