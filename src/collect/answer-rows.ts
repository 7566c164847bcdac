import { createHash } from 'node:crypto';
import { CandorError } from '../errors/index.ts';
import { newId } from '../store/index.ts';
import { isMissingNumber, isPreviewStatus, isUnfinished, levelMeaning, scoreOf } from '../tables/index.ts';
import { type BoundColumns, bindColumns } from './bound-columns.ts';
import { type Cell, longestComment, longestName, textOf } from './cell.ts';
import { contactKey, isDamagedId } from './external-id.ts';
import { Fingerprints } from './fingerprints.ts';
import type { ImportMapping, Level, ScoreColumn } from './import-mapping.ts';
import type { ImportRun } from './import-run.ts';
import type { ImportedAnswer, ImportedResponse } from './imported-response.ts';
import { type Moment, momentReader } from './moment.ts';
import { roleMeaningOf } from './respondent-role.ts';
import { storeImportedResponses } from './response-store.ts';
import type { ProblemReason } from './row-problem.ts';
import { type RowTaker, readBatch } from './row-taker.ts';
import { type ImportedQuestion, nameSurveyVersion } from './survey-store.ts';

/** A row that counts, before its names became ids. */
interface JudgedRow {
  readonly line: number;
  readonly level: Level;
  readonly externalId: string;
  readonly moment: Moment;
  readonly account: string | undefined;
  readonly contact: string | undefined;
  readonly touchpoint: string | undefined;
  readonly orgUnit: string | undefined;
  readonly invitation: string | undefined;
  readonly segment: string;
  readonly role: string;
  readonly channel: string;
  readonly language: string;
  readonly completed: boolean;
  /** One element per question of the survey: a point, words, or nothing. */
  readonly said: readonly (number | string | undefined)[];
}

/** Invitations of this import by their id, with the encounter each asked about. */
export type KnownInvitations = ReadonlyMap<string, { readonly id: string; readonly encounterId: string | undefined }>;

/** Takes rows of answers: judges each as the audit does, names what it names, and writes it. */
export function answerRows(
  run: ImportRun,
  mapping: ImportMapping,
  options: { readonly columns: readonly string[]; readonly invitations: KnownInvitations },
): RowTaker {
  const columns = bindColumns(mapping, options.columns);
  const judge = rowJudge(run, mapping, columns);
  const versions = new Map<Level, AskedVersion>();
  const versionOf = async (level: Level): Promise<AskedVersion> => {
    const known = versions.get(level);
    if (known) return known;
    const { versionId, questionIds } = await nameSurveyVersion(run, surveyOf(mapping, level));
    const asked = askedAt(mapping, level);
    let next = 0;
    const made = { versionId, questionIds: asked.map((isAsked) => (isAsked ? questionIds[next++] : undefined)) };
    versions.set(level, made);
    return made;
  };
  return {
    async take(batch) {
      const rows = readBatch(run, batch, judge);
      if (rows.length === 0) return;
      for (const level of new Set(rows.map((row) => row.level))) await versionOf(level);
      await nameAll(run, rows);
      const responses = rows.map((row) => responseOf(row, versions.get(row.level)!, { run, mapping, ...options }));
      const { known } = await storeImportedResponses(run, responses, run.now);
      run.report.used += rows.length;
      run.report.known += known;
    },
  };
}

interface AskedVersion {
  readonly versionId: string;
  /** One for each column of scores and of words, in their order; undefined where it is not asked at the level. */
  readonly questionIds: readonly (string | undefined)[];
}

/** Of each column of scores and of words, whether it is asked at a level. */
const askedAt = ({ scores = [], comments = [] }: ImportMapping, level: Level): boolean[] => [
  ...scores.map((score) => (score.level ?? level) === level),
  ...comments.map(() => true),
];

/** One survey a level, so that the two are never pooled: where a column tells the level, it is part of the key. */
function surveyOf(mapping: ImportMapping, level: Level) {
  const { survey = 'survey', surveyName } = mapping;
  const split = mapping.columns.level !== undefined;
  const asked = (mapping.scores ?? []).filter((score) => (score.level ?? level) === level);
  const questions: ImportedQuestion[] = asked.map((score) => ({
    key: score.question,
    kind: 'scale',
    metric: score.metric,
    text: score.text ?? score.column,
    scaleMinimum: score.scale.min,
    scalePoints: score.scale.max - score.scale.min + 1,
  }));
  for (const { column, question, text } of mapping.comments ?? []) {
    questions.push({ key: question, kind: 'text', text: text ?? column });
  }
  const name = surveyName ?? survey;
  return {
    key: split ? `${survey}-${level}` : survey,
    ...(surveyName === undefined && !split ? {} : { name: split ? `${name} (${level})` : name }),
    level,
    questions,
  };
}

async function nameAll(run: ImportRun, rows: readonly JudgedRow[]): Promise<void> {
  await run.accounts.name(rows.map(({ account }) => account));
  await run.contacts.name(rows.map(({ contact }) => contact));
  await run.orgUnits.name(rows.map(({ orgUnit }) => orgUnit));
  await run.touchpoints.name(rows.map(({ touchpoint }) => touchpoint));
}

function responseOf(
  row: JudgedRow,
  version: AskedVersion,
  given: { run: ImportRun; mapping: ImportMapping; invitations: KnownInvitations },
): ImportedResponse {
  const { run, mapping, invitations } = given;
  const answers: ImportedAnswer[] = [];
  row.said.forEach((said, index) => {
    const questionId = version.questionIds[index]!;
    if (typeof said === 'number') answers.push({ questionId, point: said });
    else if (said !== undefined) answers.push({ questionId, words: said });
  });
  const invitation = row.invitation === undefined ? undefined : invitations.get(row.invitation);
  return {
    id: newId(),
    source: mapping.source ?? 'file',
    externalId: row.externalId,
    surveyVersionId: version.versionId,
    invitationId: invitation?.id,
    encounterId: invitation?.encounterId,
    touchpointId: run.touchpoints.optionalId(row.touchpoint),
    accountId: run.accounts.optionalId(row.account),
    contactId: run.contacts.optionalId(row.contact),
    orgUnitId: run.orgUnits.optionalId(row.orgUnit),
    segment: row.segment,
    respondentRole: row.role,
    channel: row.channel,
    language: row.language,
    respondedAt: row.moment.instant,
    day: row.moment.day,
    completed: row.completed,
    answers,
  };
}

/** Judges the rows one by one, in the order of the file: the first reason that applies is the row's. */
function rowJudge(run: ImportRun, mapping: ImportMapping, columns: BoundColumns) {
  const { report } = run;
  const scores = (mapping.scores ?? []).map((score) => scoreReader(score, columns.columnIndex(score.column)));
  const comments = (mapping.comments ?? []).map(({ column }) => columns.columnIndex(column));
  const readMoment = momentReader({
    timeZone: run.timeZone,
    fileZone: mapping.timeZone ?? run.timeZone,
    order: mapping.dateOrder ?? 'ymd',
  });
  // A day ahead may be the zone of the file; more is a wrong date, which no page would ever show.
  const newest = run.now.getTime() + 86_400_000;
  const ids = new Fingerprints();
  const contents = new Fingerprints();
  const roles = new Map<string, string>();
  const groups = groupLimit(columns);
  const isPreview = (status: string) => isPreviewStatus(status) || mapping.previewValues?.includes(status) === true;
  const names = [
    'account',
    'contact',
    'touchpoint',
    'orgUnit',
    'segment',
    'channel',
    'language',
    'invitation',
  ] as const;
  return (row: readonly Cell[], line: number): JudgedRow | undefined => {
    const status = columns.text(row, 'status');
    if (status !== undefined && isPreview(status)) {
      return report.reject(line, 'preview', columns.name('status'), status);
    }
    const levelText = columns.text(row, 'level');
    const meaning = columns.index('level') < 0 ? mapping.level : levelMeaning(levelText ?? '');
    const said = scoresOf(row, line, { scores, report, level: meaning });
    if (said === undefined) return undefined;
    const dated = columns.text(row, 'date');
    const moment = dated === undefined ? undefined : readMoment(dated);
    if (!moment) return report.reject(line, 'unreadable-date', columns.name('date'), dated ?? '');
    if (moment.instant.getTime() > newest) return report.reject(line, 'future-date', columns.name('date'), dated!);
    if (meaning !== 'encounter' && meaning !== 'relationship') {
      return report.reject(line, 'unreadable-level', columns.name('level'), levelText ?? '');
    }
    const named: Partial<Record<(typeof names)[number], string>> = {};
    for (const name of names) {
      const text = columns.text(row, name);
      if (text === undefined) continue;
      if (text.length > longestName) return report.reject(line, 'too-long', columns.name(name), text);
      named[name] = name === 'contact' ? contactKey(text) : text;
    }
    groups.meet(named);
    const given = columns.text(row, 'responseId');
    if (given !== undefined && given.length > longestName) {
      return report.reject(line, 'too-long', columns.name('responseId'), given);
    }
    if (given !== undefined && isDamagedId(given)) {
      return report.reject(line, 'damaged-id', columns.name('responseId'), given);
    }
    if (given !== undefined && ids.meet(given) > 0) {
      return report.reject(line, 'duplicate', columns.name('responseId'), given);
    }
    const externalId = given ?? contentId(contents, [moment.instant.getTime(), ...said, named.account, named.contact]);
    const role = roleOf(columns.text(row, 'role'), roles);
    if (role === undefined) report.leaveOut(line, 'unknown-role', columns.name('role'), columns.text(row, 'role')!);
    const finished = columns.text(row, 'finished');
    return {
      line,
      level: meaning,
      externalId,
      moment,
      account: named.account,
      contact: named.contact,
      touchpoint: named.touchpoint,
      orgUnit: named.orgUnit,
      invitation: named.invitation,
      segment: named.segment ?? '',
      role: role ?? '',
      channel: named.channel ?? '',
      language: named.language ?? '',
      completed: !(finished !== undefined && isUnfinished(finished)),
      said: [...said, ...comments.map((index) => textOf(row[index])?.slice(0, longestComment))],
    };
  };
}

const groupFields = ['touchpoint', 'segment', 'channel', 'language', 'orgUnit'] as const;
/** Values beyond which a column names no groups: every one is a cell of the tallies for each day. */
const mostGroups = 2_000;

/** Refuses a column that was taken for groups and holds something else, such as names or free text. */
function groupLimit(columns: BoundColumns) {
  const met = new Map<string, Set<string>>(groupFields.map((field) => [field, new Set()]));
  return {
    meet(named: Readonly<Partial<Record<string, string>>>): void {
      for (const field of groupFields) {
        const value = named[field];
        const values = met.get(field)!;
        if (value === undefined || values.has(value)) continue;
        values.add(value);
        if (values.size <= mostGroups) continue;
        const column = columns.name(field);
        const message = `"${column}" has more than ${mostGroups} values, so it is no ${field}: map another column, or null`;
        throw new CandorError('CND_IMPORT_MAPPING', message, { field, column });
      }
    },
  };
}

/** A stable id for a row without one: the same answer again has the next number, wherever its line is. */
function contentId(contents: Fingerprints, parts: readonly (string | number | undefined)[]): string {
  const hash = createHash('sha256').update(parts.join('\u001f')).digest('hex').slice(0, 32);
  return `content:${hash}:${contents.meet(hash) + 1}`;
}

interface ScoreReader {
  readonly column: string;
  readonly index: number;
  /** Where it is asked at one level only. */
  readonly level: Level | undefined;
  /** The point of the scale, or why there is none. */
  read(cell: Cell): number | ProblemReason;
}

function scoreReader({ column, scale, level }: ScoreColumn, index: number): ScoreReader {
  const known = new Map<Cell, number | ProblemReason>();
  const judge = (cell: Cell): number | ProblemReason => {
    const score = scoreOf(cell === undefined ? '' : String(cell));
    if (score.kind !== 'number') {
      return score.kind === 'missing' ? 'missing-code' : score.kind === 'empty' ? 'empty-score' : 'unreadable-score';
    }
    const { value } = score;
    if (value < scale.min || value > scale.max) return isMissingNumber(value) ? 'missing-code' : 'outside-scale';
    // The store keeps points of a scale: an 8.5 is none of them.
    return Number.isInteger(value) ? value - scale.min + 1 : 'unreadable-score';
  };
  return {
    column,
    index,
    level,
    read(cell) {
      let result = known.get(cell);
      if (result === undefined) {
        result = judge(cell);
        if (known.size < 10_000) known.set(cell, result);
      }
      return result;
    },
  };
}

const isWorse: readonly ProblemReason[] = ['empty-score', 'missing-code', 'unreadable-score', 'outside-scale'];

/** The points of a row; without any the row is rejected for its gravest reason, else bad cells are left out. */
function scoresOf(
  row: readonly Cell[],
  line: number,
  { scores, report, level }: { scores: readonly ScoreReader[]; report: ImportRun['report']; level: string | undefined },
): (number | undefined)[] | undefined {
  const results = scores.map((score) =>
    score.level === undefined || score.level === level ? score.read(row[score.index]) : 'empty-score',
  );
  const points = results.map((result) => (typeof result === 'number' ? result : undefined));
  const grave = (reason: number | ProblemReason): number => (typeof reason === 'number' ? -1 : isWorse.indexOf(reason));
  if (points.every((point) => point === undefined)) {
    let worst = 0;
    for (let at = 1; at < results.length; at += 1) if (grave(results[at]!) > grave(results[worst]!)) worst = at;
    const { column, index } = scores[worst]!;
    return report.reject(line, results[worst] as ProblemReason, column, textOf(row[index]) ?? '');
  }
  results.forEach((result, at) => {
    if (typeof result === 'number' || result === 'empty-score' || result === 'missing-code') return;
    const { column, index } = scores[at]!;
    report.leaveOut(line, result, column, textOf(row[index]) ?? '');
  });
  return points;
}

/** The role a cell means; '' where there is none, undefined where it means none that is known. */
function roleOf(text: string | undefined, known: Map<string, string>): string | undefined {
  if (text === undefined) return '';
  let role = known.get(text);
  if (role === undefined) {
    role = roleMeaningOf(text) ?? '?';
    if (known.size < 10_000) known.set(text, role);
  }
  return role === '?' ? undefined : role;
}
