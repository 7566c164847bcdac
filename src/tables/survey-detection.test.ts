import { describe, expect, it } from 'vitest';
import { CandorError } from '../errors/index.ts';
import { assumptionCodes, readSurveyFile, type SurveyOptions } from './index.ts';

function source(text: string) {
  return {
    name: 'answers.csv',
    stream: (async function* () {
      yield Buffer.from(text);
    })(),
  };
}

const read = (text: string, options: SurveyOptions = {}) => readSurveyFile(source(text), options);

async function refusal(text: string, options: SurveyOptions = {}): Promise<CandorError> {
  const thrown = await read(text, options).catch((error: unknown) => error);
  if (!(thrown instanceof CandorError)) throw new Error(`not refused: ${JSON.stringify(thrown)}`);
  return thrown;
}

async function found(text: string, what: string, options: SurveyOptions = {}) {
  const { assumed } = await read(text, options);
  return assumed.find((assumption) => assumption.what === what)?.value;
}

/** A file of `columns`, each a list of cells repeated to `n` rows. */
function file(n: number, columns: Record<string, readonly (string | number)[]>): string {
  const names = Object.keys(columns);
  const rows = Array.from({ length: n }, (_, row) =>
    names.map((name) => columns[name]?.[row % (columns[name]?.length ?? 1)] ?? '').join(','),
  );
  return `${names.join(',')}\n${rows.join('\n')}\n`;
}

const ten = [9, 10, 3, 7, 8, 0, 6, 10];
const five = [4, 5, 3, 1, 2];
const days = ['2026-01-15', '2026-02-20', '2026-03-25'];

describe('finding the score and the metric', () => {
  it.each([
    ['How likely are you to recommend us?', ten, 'nps'],
    ['Suosittelisitko meitä?', ten, 'nps'],
    ['Skulle du rekommendera oss', ten, 'nps'],
    ['Wie wahrscheinlich empfehlen Sie uns', ten, 'nps'],
    ['NPS', ten, 'nps'],
    ['nps_score', ten, 'nps'],
    ['NPSScore', ten, 'nps'],
    ['nps2026', ten, 'nps'],
    ['CES7', [1, 2, 5, 7, 6], 'ces-7'],
    ['Overall satisfaction', five, 'csat-top2'],
    ['Tyytyväisyys', five, 'csat-top2'],
    ['Hur nöjd är du', five, 'csat-top2'],
    ['Customer effort', five, 'ces-5'],
    ['It was easy to get help', [1, 2, 5, 7, 6], 'ces-7'],
    ['Vaivattomuus', [1, 2, 5, 7, 6], 'ces-7'],
    ['Q7', [1, 2, 5, 7, 6], 'ces-7'],
    ['Q7', five, 'csat-top2'],
    ['Q7', ten, 'nps'],
  ])('"%s" is measured as %s', async (name, scores, metric) => {
    const { metric: met } = await read(file(40, { [name]: scores, Submitted: days }));
    expect(met.id).toBe(metric);
    expect(met.assumed).toBe(name === 'Q7');
  });

  it('takes ratings that no metric names by their scale: 1-10 is a mean', async () => {
    const { metric, caveats } = await read(file(400, { Rating: [1, 10, 9, 8, 7, 2], Submitted: days }));
    expect(metric).toEqual({ id: 'mean', scale: { min: 1, max: 10 }, assumed: true });
    expect(caveats.map(({ code }) => code)).toEqual(['metric-assumed', 'scale-assumed']);
  });

  it('takes averages such as 4.5 as a mean, not as answers to count', async () => {
    const halves = ['4.5', '5', '3.5'];
    const unnamed = await read(file(40, { Rating: halves, Submitted: days }));
    expect(unnamed.metric).toEqual({ id: 'mean', scale: { min: 1, max: 5 }, assumed: true });
    const named = await read(file(40, { Satisfaction: halves, Submitted: days }));
    expect(named.metric).toEqual({ id: 'csat-mean', scale: { min: 1, max: 5 }, assumed: true });
    expect(named.rows.used).toBe(40);
    const whole = await read(file(40, { Satisfaction: halves, Submitted: days }), { metric: 'csat' });
    expect(whole.rows.reasons[0]).toMatchObject({ reason: 'unreadable-score' });
  });

  it('prefers the recommendation to other ratings, and the flag to everything', async () => {
    const text = file(40, { Importance: ten, Satisfaction: five, Recommend: ten, Ease: five, Submitted: days });
    expect(await found(text, 'score')).toBe('Recommend');
    expect(await found(text, 'score', { metric: 'csat' })).toBe('Satisfaction');
    expect(await found(text, 'score', { metric: 'ces' })).toBe('Ease');
    expect(await found(text, 'score', { score: 'importance' })).toBe('Importance');
    const { series } = await read(text);
    expect(series.families).toEqual(['nps', 'csat', 'ces']);
    const asked = await read(file(40, { Recommend: five, Submitted: days }), {
      metric: 'csat-mean',
      scale: { min: 1, max: 5 },
    });
    expect(asked.series.families).toEqual(['csat']);
  });

  it('takes the column beside the NPS groups', async () => {
    const groups = { Q1: ten, Q1_NPS_GROUP: ['Promoter', 'Promoter', 'Detractor'], Q2: ten, Submitted: days };
    const { metric, assumed } = await read(file(40, groups));
    expect(metric).toMatchObject({ id: 'nps', assumed: false });
    expect(assumed.find(({ what }) => what === 'score')).toMatchObject({ value: 'Q1', because: 'nps-group-column' });
  });

  it('does not take a response rate, an age or an id for a score', async () => {
    const text = file(40, {
      id: [1, 2, 3, 4, 5, 6, 7, 8, 9],
      Age: [7, 8, 9],
      'NPS response rate': [3, 4, 5],
      Score: ten,
      Submitted: days,
    });
    expect(await found(text, 'score')).toBe('Score');
  });

  it('refuses to choose between two ratings without a name, and a file without any', async () => {
    const two = await refusal(file(40, { Q1: ten, Q2: five, Submitted: days }));
    expect(two.code).toBe('CND_NO_SCORE_COLUMN');
    expect(two.details.candidates).toEqual(['Q1', 'Q2']);
    expect((await refusal(file(40, { Comment: ['fine', 'bad'], Submitted: days }))).code).toBe('CND_NO_SCORE_COLUMN');
  });

  it('takes the only column of numbers, whatever its scale, and says that it assumed the metric', async () => {
    const hundred = [35, 64, 1, 0, 100, 72, 88];
    const text = file(42, { date: days, x: hundred });
    const { metric, caveats, assumed } = await read(text);
    expect(metric).toEqual({ id: 'mean', scale: { min: 0, max: 100 }, assumed: true });
    expect(caveats.map(({ code }) => code)).toContain('metric-assumed');
    expect(assumed.find(({ what }) => what === 'score')).toMatchObject({ value: 'x', because: 'only-candidate' });
    const scale = { min: 0, max: 100 };
    expect((await read(text, { metric: 'mean', scale })).metric).toEqual({ id: 'mean', scale, assumed: false });
    expect((await read(text, { metric: 'index-100', scale })).metric.id).toBe('index-100');
    const wide = file(42, { date: days, x: [-3.5, 210, 12.25] });
    expect((await refusal(wide)).code).toBe('CND_NO_SCORE_COLUMN');
    expect((await read(wide, { metric: 'mean' })).rows.used).toBe(42);
    expect((await refusal(file(42, { date: days, x: hundred, y: hundred }))).details.candidates).toEqual(['x', 'y']);
  });

  it.each([
    ['Customer', [35, 64, 12]],
    ['Age', [35, 64, 12]],
    ['Amount', [35, 64, 12]],
    ['Duration (seconds)', [35, 64, 12]],
    ['Revenue', [35, 64, 12]],
    ['nr', Array.from({ length: 42 }, (_, index) => index + 1)],
    ['x', [2024, 2025, 2026]],
    ['x', ['12.5', '99.95', '3.2']],
  ])('does not take "%s" with %j for the score', async (name, values) => {
    expect((await refusal(file(42, { date: days, [name]: values }))).code).toBe('CND_NO_SCORE_COLUMN');
  });

  it('refuses two columns of one name that differ, and says that it read the first when they are equal', async () => {
    const rows = (second: (first: number) => string | number) =>
      `nps,date,nps\n${ten.map((score) => `${score},2026-01-15,${second(score)}\n`).join('')}`;
    const error = await refusal(rows((score) => score - 1));
    expect(error.code).toBe('CND_NO_SCORE_COLUMN');
    expect(error.details.candidates).toEqual(['nps#1', 'nps#2']);
    expect(
      (
        await read(
          rows((score) => score - 1),
          { score: 'nps#1' },
        )
      ).rows.used,
    ).toBe(8);
    const score = (await read(rows((same) => same))).assumed.find(({ what }) => what === 'score');
    expect(score).toMatchObject({ value: 'nps', because: 'equal-columns' });
    const empty = (await read(rows(() => ''))).assumed.find(({ what }) => what === 'score');
    expect(empty).toMatchObject({ value: 'nps', because: 'column-name' });
  });

  it('doubts the scale of an NPS without an answer above 5, and only that', async () => {
    const { caveats, metric } = await read(file(40, { Recommend: five, Submitted: days }));
    expect(metric.id).toBe('nps');
    expect(caveats).toEqual([expect.objectContaining({ code: 'scale-doubtful', value: '1-5' })]);
    expect((await read(file(40, { Recommend: [0, 3, 5], Submitted: days }))).caveats).toEqual([
      expect.objectContaining({ code: 'scale-doubtful', value: '0-5' }),
    ]);
    expect((await read(file(40, { Recommend: [...five, 6], Submitted: days }))).caveats).toEqual([]);
    expect((await read(file(29, { Recommend: five, Submitted: days }))).caveats).toEqual([]);
  });

  it('refuses two survey types, and reads either part', async () => {
    const text = file(40, {
      type: ['nps', 'csat'],
      survey_type: ['nps', 'csat'],
      score: [9, 4, 10, 5],
      Submitted: days,
    });
    const error = await refusal(text);
    expect(error.code).toBe('CND_SEVERAL_SURVEYS');
    expect(error.message).toContain('--where "survey_type=nps"');
    expect(error.details).toMatchObject({ column: 'survey_type', values: ['nps', 'csat'] });
    const part = await read(text, { where: { column: 'survey_type', value: 'csat' } });
    expect(part.metric.id).toBe('csat-top2');
    expect(part.rows).toMatchObject({ read: 20, used: 20, rejected: 0 });
    expect(part.assumed.find(({ what }) => what === 'where')?.why).toContain('20 rows');
  });

  it('knows survey types by their values, whatever the column is called', async () => {
    const text = file(40, { Kind: ['NPS', 'CSAT'], score: [9, 4, 10, 5], Submitted: days });
    expect((await refusal(text)).code).toBe('CND_SEVERAL_SURVEYS');
    expect((await read(text.replaceAll('CSAT', 'NPS'))).assumed).toContainEqual(
      expect.objectContaining({ what: 'metric', value: 'nps', because: 'survey-type' }),
    );
  });

  it('refuses two scales that follow each other in time, and names the version that explains them', async () => {
    const early = file(60, { Recommend: [9, 10, 8, 6], Submitted: ['2026-01-15', '2026-02-10'], Version: ['1'] });
    const late = file(60, { Recommend: [4, 5, 3, 1], Submitted: ['2026-06-15', '2026-07-10'], Version: ['2'] });
    const error = await refusal(early + late.slice(late.indexOf('\n') + 1));
    expect(error.code).toBe('CND_SCALES_MIXED');
    expect(error.details).toMatchObject({ where: 'Version', values: ['2'] });
    const unexplained = (early + late.slice(late.indexOf('\n') + 1)).replaceAll(/,[^,\n]*\n/g, '\n');
    expect((await refusal(unexplained)).message).toContain('between 2026-06-15 and 2026-07-10');
  });
});

describe('finding the date', () => {
  const scored = (dates: Record<string, readonly string[]>) => file(40, { NPS: ten, ...dates });

  it('follows the order submitted, completed, recorded, answered, end, created, timestamp', async () => {
    const names = [
      'timestamp',
      'created_at',
      'EndDate',
      'Response date',
      'RecordedDate',
      'Completed At',
      'Submit Date (UTC)',
    ];
    for (let count = names.length; count > 0; count -= 1) {
      const dates = Object.fromEntries(names.slice(0, count).map((name) => [name, days]));
      expect(await found(scored({ 'Sent at': days, ...dates }), 'date')).toBe(names[count - 1]);
    }
  });

  it.each([
    'Completion time',
    'Survey Submission Date',
    'Vastattu',
    'Date & Time (UTC)',
    'Vastauspäivä',
    'Päivämäärä',
    'Svarsdatum',
    'Datum',
    'Antwortdatum',
    'pvm',
    'Aikaleima',
  ])('knows "%s"', async (name) => {
    expect(await found(scored({ Syntymäaika: ['1980-05-05'], [name]: days }), 'date')).toBe(name);
  });

  it('passes a column over where fewer than 95 % of the filled cells are dates', async () => {
    const patchy = [...Array.from({ length: 18 }, () => '2026-01-15'), 'soon', 'later'];
    expect(await found(scored({ Submitted: patchy, Created: days }), 'date')).toBe('Created');
    const nearly = [...Array.from({ length: 39 }, () => '2026-01-15'), 'soon'];
    const { rows } = await read(scored({ Submitted: nearly, Created: days }));
    expect(rows).toMatchObject({ rejected: 1, reasons: [{ reason: 'unreadable-date', count: 1, firstLine: 41 }] });
  });

  it('takes the only column of dates whatever it is called, and refuses to choose between two', async () => {
    expect(await found(scored({ Q9: days }), 'date')).toBe('Q9');
    expect((await refusal(scored({ Q8: days, Q9: days }))).code).toBe('CND_NO_DATE_COLUMN');
  });

  it('refuses dates that can be read both ways, with both readings and the remedy', async () => {
    const error = await refusal(scored({ Submitted: ['05/05/2026', '02/03/2026'] }));
    expect(error.code).toBe('CND_DATE_AMBIGUOUS');
    expect(error.details).toMatchObject({ readings: ['2026-03-02', '2026-02-03'] });
    expect(error.message).toContain('--date-order dmy');
    expect(await found(scored({ Submitted: ['02/03/2026'] }), 'dateOrder', { dateOrder: 'mdy' })).toBe('mdy');
  });

  it('converts instants and leaves local times alone', async () => {
    const day = async (cell: string, header = 'Submitted') => {
      const { series } = await read(`NPS,${header}\n9,${cell}\n`, { timeZone: 'Europe/Helsinki' });
      return new Date((series.days[0] as number) * 86_400_000).toISOString().slice(0, 10);
    };
    expect(await day('2026-01-31T22:30:00Z')).toBe('2026-02-01');
    expect(await day('2026-01-31 22:30:00 UTC')).toBe('2026-02-01');
    expect(await day('2026-01-31 23:30:00 -0500')).toBe('2026-02-01');
    expect(await day('1769898600')).toBe('2026-02-01');
    expect(await day('2026-01-31 22:30:00')).toBe('2026-01-31');
    expect(await day('2026-01-31')).toBe('2026-01-31');
    expect(await day('2026-01-31 22:30:00', 'Submit Date (UTC)')).toBe('2026-02-01');
  });
});

describe('judging rows', () => {
  it('gives each row its first reason and its physical line', async () => {
    const { rows, partial, caveats } = await read(
      'Response ID,NPS,Submitted,Status,Finished\n' +
        'a,9,2026-01-01,complete,true\n' +
        'b,,2026-01-01,complete,true\n' +
        'c,-99,2026-01-01,complete,true\n' +
        'd,99,2026-01-01,complete,true\n' +
        'e,11,2026-01-01,complete,true\n' +
        'f,7.5,2026-01-01,complete,true\n' +
        'g,maybe,2026-01-01,complete,true\n' +
        'x,x,2026-01-01,complete,true\n' +
        'h,8,,complete,true\n' +
        'i,,nonsense,Survey Preview,true\n' +
        'a,10,2026-01-02,complete,true\n' +
        'b,10,2026-01-02,complete,false\n' +
        ',10,2026-01-02,complete,true\n' +
        ',10,2026-01-02,complete,true\n'.repeat(30),
    );
    expect(rows).toEqual({
      read: 43,
      used: 33,
      rejected: 10,
      reasons: [
        { reason: 'preview', count: 1, firstLine: 11 },
        { reason: 'empty-score', count: 1, firstLine: 3 },
        { reason: 'missing-code', count: 2, firstLine: 4 },
        { reason: 'unreadable-score', count: 3, firstLine: 7 },
        { reason: 'outside-scale', count: 1, firstLine: 6 },
        { reason: 'unreadable-date', count: 1, firstLine: 10 },
        { reason: 'duplicate', count: 1, firstLine: 12 },
      ],
    });
    expect(partial).toBe(1);
    expect(caveats.map(({ code }) => code)).toContain('partials-used');
  });

  it('takes a bare id that repeats for a customer, not for a response', async () => {
    const ids = Array.from({ length: 36 }, (_, index) => `c${index}`);
    expect((await read(file(40, { id: ids, NPS: ten, Submitted: days }))).rows.used).toBe(40);
    expect((await read(file(40, { 'Response ID': ids, NPS: ten, Submitted: days }))).rows.used).toBe(36);
  });

  it('finds the header below the titles of a report, and counts lines from the top', async () => {
    const { rows, assumed } = await read(
      `NPS report\n"Exported 1 May, late"\n\n${file(4, { NPS: [9, '', 8, 7], Submitted: days, Note: ['x'] })}`,
    );
    expect(rows).toMatchObject({ read: 4, used: 3, reasons: [{ reason: 'empty-score', firstLine: 6 }] });
    expect(assumed.find(({ what }) => what === 'headers')).toMatchObject({ value: '3', because: 'title-rows' });
  });

  it('finds two names below a title, and does not take a first row of one cell for a title', async () => {
    const rows = file(4, { Date: days, NPS: [9, '', 8, 7] });
    for (const title of ['Survey export 2025\n\n', 'Survey export,\n,\n', ',\n']) {
      const titled = await read(title + rows);
      expect(titled.rows).toMatchObject({ read: 4, used: 3 });
    }
    // The first row names one column of two: what follows it are answers.
    const lone = await refusal('NPS\n9,2026-01-01\n8,2026-01-02\n7,2026-01-03\n');
    expect(lone.code).toBe('CND_NO_DATE_COLUMN');
  });

  it('doubts ids that a spreadsheet shortened', async () => {
    const { caveats, rows } = await read(
      file(40, { 'Response ID': ['1,18E+11'].map((id) => `"${id}"`), NPS: ten, Submitted: days }),
    );
    expect(caveats.map(({ code }) => code)).toEqual(['excel-damage']);
    expect(rows.used).toBe(40);
  });

  it('says why when no row is left', async () => {
    const error = await refusal('NPS,Submitted\n55,2026-01-01\n,2026-01-01\n');
    expect(error.code).toBe('CND_ALL_ROWS_REJECTED');
    expect(error.details.reasons).toEqual(['empty-score 1 (first on line 3)', 'outside-scale 1 (first on line 2)']);
  });

  it('says when the filter leaves no row', async () => {
    const error = await refusal(file(4, { NPS: ten, Submitted: days }), { where: { column: 'NPS', value: '77' } });
    expect(error.code).toBe('CND_NO_ROWS_LEFT');
    expect(error.exitCode).toBe(1);
    expect(error.message).toContain('its 4 rows have "9", "10", "3", "7"');
    expect(error.details).toMatchObject({ column: 'NPS', value: '77', values: ['9', '10', '3', '7'] });
    const none = await refusal('NPS,Submitted,Kind\n9,2026-01-01,\n', { where: { column: 'Kind', value: 'a' } });
    expect(none.message).toContain('its 1 rows have nothing there');
  });
});

describe('describing the respondent', () => {
  it('knows accounts that repeat, roles, revenue, levels, touchpoints and versions', async () => {
    const { series, breaks, caveats, assumed } = await read(
      file(60, {
        NPS: ten,
        Submitted: ['2026-01-05'],
        Yritys: ['Ahlgren', 'Berg', "'=Cafe"],
        Rooli: ['Yhteyshenkilö', 'Maksaja', 'Päättäjä', 'Käyttäjä', 'Muu'],
        Liikevaihto: ['10 000 €', '2500'],
        'Survey level': ['relationship'],
        Touchpoint: ['delivery', 'invoice'],
        'Survey version': ['3'],
      }).replace(/(.*2026-01-05.*3\n){20}$/, (last) => last.replaceAll('01-05', '02-07').replaceAll(',3\n', ',4\n')),
    );
    expect(series.account?.names).toEqual(['Ahlgren', 'Berg', '=Cafe']);
    expect(series.roleMeaning).toEqual(['contact person', 'payer', 'decision maker', 'user', 'other']);
    expect([...(series.revenue ?? [])].slice(0, 2)).toEqual([10_000, 2_500]);
    expect(series.levelMeaning).toEqual(['relationship']);
    expect(series.touchpoint?.names).toEqual(['delivery', 'invoice']);
    expect(series.version?.names).toEqual(['3', '4']);
    expect(breaks).toEqual([{ date: '2026-02-07', what: 'version', from: '3', to: '4' }]);
    expect(caveats.map(({ code }) => code)).toEqual(['definition-change']);
    for (const { because } of assumed) expect(assumptionCodes).toContain(because);
    for (const { why } of assumed) expect(why).toMatch(/^[a-zA-Z\d].{8,}$/);
  });

  it('does not take a column of all different companies for accounts, unless told to', async () => {
    const companies = Array.from({ length: 40 }, (_, index) => `Company ${index}`);
    const text = file(40, { NPS: ten, Submitted: days, Company: companies });
    expect((await read(text)).series.account).toBeUndefined();
    expect((await read(text, { account: 'Company' })).series.account?.names).toHaveLength(40);
  });

  it('does not read versions side by side as a change', async () => {
    const { breaks } = await read(file(60, { NPS: ten, Submitted: days, Version: ['fi', 'sv'] }));
    expect(breaks).toEqual([]);
  });

  it('counts questions, not options or facts', async () => {
    const text = file(40, {
      id: ['a'],
      NPS: ten,
      Satisfaction: five,
      'Why?': ['because'],
      'What did you use? - Phone': ['x'],
      'What did you use? - Portal': ['x'],
      Age: [7],
      Submitted: days,
    });
    expect((await read(text)).series.questions).toBe(4);
  });
});

describe('reading in one pass', () => {
  it('gives the same series whatever the chunks are', async () => {
    const text = file(3_000, { NPS: ten, Submitted: days, Account: ['a', 'b', 'c'] });
    const whole = await read(text);
    const pieces = async function* () {
      for (let at = 0; at < text.length; at += 997) yield Buffer.from(text.slice(at, at + 997));
    };
    const cut = await readSurveyFile({ name: 'answers.csv', stream: pieces() });
    expect(cut).toEqual(whole);
    expect(whole.dataHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('names the nearest column when one is misspelt', async () => {
    const error = await refusal(file(4, { NPS: ten, Submitted: days }), { date: 'Submited' });
    expect(error.code).toBe('CND_COLUMN_UNKNOWN');
    expect(error.details.nearest).toBe('Submitted');
  });
});
