import { foldTallies, newId, storeResponses } from '../../src/store/index.ts';
import type { TestStore } from '../store/test-store.ts';

const words = [
  undefined,
  'Nopea ja ystävällinen',
  'line\nbreak {"candor":"trailer"}',
  '\n{"candor":"end","table":"answer","rows":0}',
  '"quotes", \\backslash\\ and 😀',
  '=1+1',
  ' ',
];

export interface ArchiveFixture {
  readonly workspaceId: string;
  readonly userId: string;
  readonly email: string;
  readonly keyId: string;
  readonly responses: number;
}

/** A workspace that uses what a file must bring along: people, accounts in a tree, surveys, answers in all dimensions. */
export async function archiveFixture(test: TestStore, responses = 600): Promise<ArchiveFixture> {
  const workspaceId = await test.newWorkspace();
  const email = `${workspaceId.slice(-12)}@example.com`;
  const ids = (count: number) => Array.from({ length: count }, () => newId());
  const [userId, survey, version, nps, effort, comment, importId, keyId] = ids(8);
  const contacts = ids(30);
  const touchpoints = ids(3);
  const units = ids(3);
  // Children have lower ids than their parents: the order of ids alone would not do.
  const accounts = ids(40);
  await test.store.inTransaction((c) =>
    c.query('insert into "user" (id, email, name, password_hash) values ($1, $2, $3, $4)', [
      userId,
      email,
      'Aino',
      'secret-hash-of-aino',
    ]),
  );
  await test.store.inWorkspace(workspaceId, async (t) => {
    const put = (text: string, ...values: unknown[]) => t.query(text, [workspaceId, ...values]);
    await put(
      "insert into membership (workspace_id, id, user_id, role) values ($1, $2, $3, 'analyst')",
      newId(),
      userId,
    );
    await t.query('insert into user_workspace (user_id, workspace_id) values ($1, $2)', [userId, workspaceId]);
    await put(
      `insert into import (workspace_id, id, kind, file_name, file_hash, mapping, state, imported_by, started_at)
       values ($1, $2, 'answers', 'a.csv', '\\x00ff10', '{"b": [1, 2.50, null]}', 'done', $3, '2026-01-02 03:04:05.678901+02')`,
      importId,
      userId,
    );
    for (const [index, id] of [...accounts.entries()].reverse()) {
      await put(
        `insert into account (workspace_id, id, external_id, parent_id, name, segment, revenue, margin, currency)
         values ($1, $2, $3, $4, $5, $6, $7, -12, 'EUR')`,
        id,
        `A${index}`,
        index % 5 === 4 ? null : (accounts[index + 1] ?? null),
        `Account ${index}`,
        ['', 'large', 'small'][index % 3],
        String(9_007_199_254_740_991n - BigInt(index)),
      );
    }
    for (const [index, id] of units.entries()) {
      await put('insert into org_unit (workspace_id, id, code, name) values ($1, $2, $3, $3)', id, `U${index}`);
    }
    for (const [index, id] of touchpoints.entries()) {
      await put('insert into touchpoint (workspace_id, id, key, name) values ($1, $2, $3, $3)', id, `t${index}`);
    }
    for (const id of contacts) {
      await put(
        "insert into contact (workspace_id, id, name, email, language) values ($1, $2, 'Väinö', 'v@example.com', 'fi')",
        id,
      );
    }
    await put(
      "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 's', 'S', 'relationship')",
      survey,
    );
    await put(
      "insert into survey_version (workspace_id, id, survey_id, number, content) values ($1, $2, $3, 1, 'null')",
      version,
      survey,
    );
    const question = (
      id: string | undefined,
      key: string,
      metric: string | null,
      minimum: number | null,
      points: number | null,
    ) =>
      put(
        `insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, texts, scale_minimum, scale_points)
         values ($1, $2, $3, $4, 1, 'score', $5, '{"en": "How?"}', $6, $7)`,
        id,
        version,
        key,
        metric,
        minimum,
        points,
      );
    await question(nps, 'recommend', 'nps', 0, 11);
    await question(effort, 'effort', 'ces-7', 1, 7);
    await question(comment, 'why', null, null, null);
    await put(
      "insert into api_key (workspace_id, id, name, secret_hash, scopes, created_by) values ($1, $2, 'k', '\\xabcdef0123456789abcdef', '{figures:read}', $3)",
      keyId,
      userId,
    );
    await put(
      `insert into audit_log (workspace_id, id, user_id, api_key_id, action, subject_kind, occurred_at)
       values ($1, $2, $3, $4, 'x', 'y', now())`,
      newId(),
      userId,
      keyId,
    );
    await put(
      "insert into webhook (workspace_id, id, url, secret, events) values ($1, $2, 'https://x', 'whsec_1', '{a}')",
      newId(),
    );
    const rows = Array.from({ length: responses }, (_, index) => {
      const at = new Date(Date.UTC(2025, index % 14, 1 + (index % 27), 10, 0, 0, index % 1000));
      return {
        id: newId(),
        source: 'test',
        externalId: `r-${index}`,
        surveyVersionId: version!,
        respondedAt: at,
        recordedAt: at,
        day: at.toISOString().slice(0, 10),
        completed: index % 9 !== 0,
        touchpointId: touchpoints[index % 3]!,
        orgUnitId: units[index % 3]!,
        segment: ['', 'large', 'small'][index % 3]!,
        respondentRole: ['payer', 'end-user'][index % 2]!,
        channel: 'e-mail',
        ...(index % 4 === 0 ? {} : { accountId: accounts[index % 40]!, contactId: contacts[index % 30]! }),
        answers: [
          { questionId: nps!, point: 1 + ((index * 7) % 11), points: 11 },
          ...(index % 5 === 0 ? [] : [{ questionId: effort!, point: 1 + ((index * 3) % 7), points: 7 }]),
          ...(words[index % words.length] === undefined
            ? []
            : [{ questionId: comment!, words: words[index % words.length]! }]),
        ],
      };
    });
    for (let from = 0; from < rows.length; from += 1_000) await storeResponses(t, rows.slice(from, from + 1_000));
  });
  // Some folded, some not.
  await test.store.inWorkspace(workspaceId, (t) => foldTallies(t, Math.floor(responses / 2)));
  return { workspaceId, userId: userId!, email, keyId: keyId!, responses };
}
