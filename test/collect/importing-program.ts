/** Imports a file of made answers into a workspace of a server until it is killed; says when it begins. */
import { importHandlers, importRows, type RowsToImport } from '../../src/collect/index.ts';
import { runDueJobs } from '../../src/queue/index.ts';
import { openStore } from '../../src/store/index.ts';

const [url, workspaceId, name, work] = process.argv.slice(2) as [string, string, string, 'rows' | 'jobs'];
const store = await openStore({ kind: 'server', url, home: '' }, { connections: 4 });
const clock = () => new Date();
process.stdout.write('begun\n');
if (work === 'jobs') {
  await runDueJobs(store, { handlers: importHandlers(store, clock), clock, leaseMilliseconds: 1_000 });
} else {
  const columns = ['id', 'date', 'nps', 'account'];
  const row = (number: number) => [`${name}-${number}`, '2026-03-01', String(number % 11), `A${number % 50}`];
  function* rows() {
    for (let from = 0; from < 12_000; from += 500) {
      yield { kind: 'answers' as const, rows: Array.from({ length: 500 }, (_, index) => row(from + index)) };
    }
  }
  const request: RowsToImport = {
    kind: 'answers',
    fileName: name,
    fileHash: Buffer.from(name).toString('hex').padEnd(64, '0'),
    tables: {
      answers: {
        columns,
        mapping: {
          kind: 'answers',
          survey: 's',
          level: 'relationship',
          source: 'made',
          scores: [{ column: 'nps', question: 'q', metric: 'nps', scale: { min: 0, max: 10 } }],
          columns: { responseId: 'id', date: 'date', account: 'account' },
        },
      },
    },
    rows: rows(),
  };
  await importRows(store, workspaceId, request, { clock });
}
await store.close();
