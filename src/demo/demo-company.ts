import { createHash } from 'node:crypto';
import type { KindBatch, RowsToImport } from '../collect/index.ts';
import {
  accountHistories,
  accountRows,
  companyRows,
  consumerHistories,
  consumerRows,
  createWorld,
  type World,
  type WorldRows,
} from '../world/index.ts';
import { demoShapes, demoTables } from './demo-mappings.ts';

/** Which simulated company the demo is. */
export interface DemoCompany {
  readonly accounts: number;
  readonly seed: number;
  /** The last of its 36 months, as "2026-10". */
  readonly lastMonth: string;
}

/** Consumers for each company: enough that store, web shop and telephone can be told apart. */
const consumersPerAccount = 6;

export const worldOf = ({ accounts, seed, lastMonth }: DemoCompany): World =>
  createWorld({ seed, accounts, consumers: consumersPerAccount * accounts, lastMonth });

/**
 * The company as rows to import, account by account, made while they are taken. The hash is over what makes them: the same
 * company is the same file.
 */
export function demoImport(company: DemoCompany, onShare: (share: number) => void): RowsToImport {
  const { accounts, seed, lastMonth } = company;
  const name = `Simulated company, ${accounts} companies, seed ${seed}, until ${lastMonth}`;
  return {
    kind: 'company',
    fileName: name,
    fileHash: createHash('sha256').update(name).digest('hex'),
    tables: demoShapes,
    rows: batches(worldOf(company), onShare),
  };
}

/** Rows are made faster than they are stored, so this many at a time keep the pages answering. */
const customersPerTurn = 50;

async function* batches(world: World, onShare: (share: number) => void): AsyncGenerator<KindBatch> {
  yield* batchesOf(companyRows(world));
  const total = world.accounts + world.consumers;
  let made = 0;
  for (const rows of customerRows(world)) {
    made += 1;
    yield* batchesOf(rows);
    onShare(made / total);
    if (made % customersPerTurn === 0) await new Promise((resolve) => setImmediate(resolve));
  }
}

function* customerRows(world: World): Generator<WorldRows> {
  for (const history of accountHistories(world)) yield accountRows(world, history);
  for (const history of consumerHistories(world)) yield withPurchases(consumerRows(world, history));
}

/** A purchase is revenue and margin of a consumer at its time, as a month is of a company. Purchases have no exit. */
function withPurchases(rows: WorldRows): WorldRows {
  const outcomes = (rows.purchases ?? []).map(([, account, , , at, amount, margin]) => [
    account,
    at,
    amount,
    margin,
    undefined,
    undefined,
  ]);
  return { ...rows, outcomes };
}

function* batchesOf(rows: WorldRows): Generator<KindBatch> {
  for (const { kind, table } of demoTables) {
    const own = rows[table];
    if (own && own.length > 0) yield { kind, rows: own };
  }
}
