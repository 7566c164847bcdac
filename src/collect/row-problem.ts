/** Why a row was not taken, or a cell of it left out. The order is that of the table in docs/guides/import.md. */
export const problemReasons = [
  'preview',
  'empty-score',
  'missing-code',
  'unreadable-score',
  'outside-scale',
  'unreadable-date',
  'future-date',
  'duplicate',
  'empty-id',
  'damaged-id',
  'too-long',
  'unreadable-level',
  'unreadable-amount',
  'unreadable-number',
  'unreadable-address',
  'other-currency',
  'unknown-role',
  'empty-value',
] as const;
export type ProblemReason = (typeof problemReasons)[number];

/** One row or cell that was not taken. Its value is never that of a comment. */
export interface RowProblem {
  readonly line: number;
  readonly reason: ProblemReason;
  /** Column of the file. */
  readonly field: string;
  readonly value: string;
  /** Whether the whole row was left out. */
  readonly rejected: boolean;
}

export interface ProblemCount {
  readonly reason: ProblemReason;
  readonly rejected: boolean;
  readonly count: number;
  readonly firstLine: number;
}

/** Problems that are kept one by one: 20 MB. Beyond them they are counted only. */
export const keptProblems = 100_000;
const longestValue = 100;

/** Counts the rows of an import while they pass, and keeps what was wrong with them. */
export class RowReport {
  read = 0;
  used = 0;
  rejected = 0;
  /** Used rows whose key was in force already. */
  known = 0;
  readonly problems: RowProblem[] = [];
  readonly #counts = new Map<string, { reason: ProblemReason; rejected: boolean; count: number; firstLine: number }>();

  /** The row is left out. */
  reject(line: number, reason: ProblemReason, field = '', value = ''): undefined {
    this.rejected += 1;
    this.#add({ line, reason, field, value, rejected: true });
  }

  /** A cell is left out; the row is taken. */
  leaveOut(line: number, reason: ProblemReason, field: string, value: string): void {
    this.#add({ line, reason, field, value, rejected: false });
  }

  get counts(): readonly ProblemCount[] {
    return [...this.#counts.values()];
  }

  #add(problem: RowProblem): void {
    const key = `${problem.reason} ${problem.rejected}`;
    const known = this.#counts.get(key);
    if (known) known.count += 1;
    else {
      const { line, reason, rejected } = problem;
      this.#counts.set(key, { reason, rejected, count: 1, firstLine: line });
    }
    // A copy: a slice would keep its whole chunk of the file in memory.
    const value = Buffer.from(problem.value.slice(0, longestValue)).toString();
    if (this.problems.length < keptProblems) this.problems.push({ ...problem, value });
  }
}
