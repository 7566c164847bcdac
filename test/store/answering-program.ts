// Opens the store of a home and stores responses until it is killed; prints the number of each acknowledged one.
import { writeSync } from 'node:fs';
import { type NewResponse, newId, openStore, responseWriter } from '../../src/store/index.ts';

const [home, fixtureText, from] = process.argv.slice(2);
const store = await openStore({ kind: 'embedded', home: home!, port: 0 });
const fixture = JSON.parse(fixtureText!) as { workspaceId: string; surveyVersionId: string; question: string };
const write = responseWriter(store);
let next = Number(from);
const client = async () => {
  for (;;) {
    const number = next++;
    const at = new Date('2030-01-01T00:00:00Z');
    const response: NewResponse = {
      id: newId(),
      source: 'crash',
      externalId: String(number),
      surveyVersionId: fixture.surveyVersionId,
      day: '2030-01-01',
      respondedAt: at,
      recordedAt: at,
      completed: true,
      answers: [{ questionId: fixture.question, point: 1 + (number % 11), points: 11 }],
    };
    await write(fixture.workspaceId, response);
    // Written at once and not buffered: an acknowledgement that nobody saw would not count.
    writeSync(1, `${number}\n`);
  }
};
writeSync(1, 'ready\n');
await Promise.all(Array.from({ length: 8 }, client));
