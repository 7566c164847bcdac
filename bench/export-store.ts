/** A store with one workspace of so many responses, for `bench/export.mjs`, and the bare COPY of the same rows. */
import { withConnection } from '../src/store/connection.ts';
import { secret } from '../src/store/embedded/home-folder.ts';
import { embeddedAddress } from '../src/store/embedded/index.ts';
import { administrator } from '../src/store/embedded/server-process.ts';
import { addTableToTallies, newId, openStore } from '../src/store/index.ts';

const dimensions = `(array['', 'large', 'small', 'public'])[1 + n % 4], (array['payer', 'end-user', 'decision-maker'])[1 + n % 3],
  (array['e-mail', 'web'])[1 + n % 2]`;

/** A made id that is the same for the same number, so that one statement makes many rows. */
const idOf = (kind: string) => `md5('${kind}' || n)::uuid`;

export async function fill(home: string, responses: number) {
  const store = await openStore({ kind: 'embedded', home, port: 0 });
  const id = newId();
  await store.inWorkspace(id, async (t) => {
    const put = (text: string, ...values: unknown[]) => t.query(text, [id, ...values]);
    await put("insert into workspace_directory (workspace_id, slug) values ($1, 'bench')");
    await put(
      "insert into workspace (workspace_id, name, time_zone, currency) values ($1, 'B', 'Europe/Helsinki', 'EUR')",
    );
    const survey = newId();
    const version = newId();
    await put(
      "insert into survey (workspace_id, id, key, name, level) values ($1, $2, 's', 'S', 'relationship')",
      survey,
    );
    await put(
      "insert into survey_version (workspace_id, id, survey_id, number, content) values ($1, $2, $3, 1, '{}')",
      version,
      survey,
    );
    const questions = [newId(), newId(), newId()];
    await put(
      `insert into question (workspace_id, id, survey_version_id, key, position, kind, metric, texts, scale_minimum, scale_points)
       values ($1, $2, $5, 'recommend', 1, 'score', 'nps', '{"en": "Would you recommend us?"}', 0, 11),
         ($1, $3, $5, 'effort', 2, 'score', 'ces-7', '{"en": "How easy was it?"}', 1, 7),
         ($1, $4, $5, 'why', 3, 'text', null, '{"en": "Why?"}', null, null)`,
      ...questions,
      version,
    );
    await put(
      `insert into touchpoint (workspace_id, id, key, name)
       select $1, ${idOf('touchpoint')}, 't' || n, 't' || n from generate_series(0, 9) n`,
    );
    await put(
      `insert into account (workspace_id, id, external_id, name, segment)
       select $1, ${idOf('account')}, 'A' || n, 'Account ' || n, 'large' from generate_series(0, $2::int - 1) n`,
      Math.ceil(responses / 5),
    );
    await put(
      `insert into response (workspace_id, id, source, external_id, survey_version_id, touchpoint_id, account_id, segment,
         respondent_role, channel, responded_at, recorded_at, day, completed)
       select $1, ${idOf('response')}, 'bench', 'r-' || n, $2, md5('touchpoint' || n % 10)::uuid,
         md5('account' || n % $3::int)::uuid, ${dimensions}, at, at, at::date, true
       from (select n, '2024-01-01'::timestamptz + n * (interval '730 days' / $4::int) as at from generate_series(1, $4::int) n) as made`,
      version,
      Math.ceil(responses / 5),
      responses,
    );
    const answer = (kind: string, question: string, value: string, where: string) =>
      put(
        `insert into answer (workspace_id, id, response_id, question_id, ${kind === 'why' ? 'words' : 'point'})
         select $1, ${idOf(kind)}, ${idOf('response')}, $2, ${value} from generate_series(1, $3::int) n where ${where}`,
        question,
        responses,
      );
    await answer('recommend', questions[0]!, '1 + (n * 7) % 11', 'true');
    await answer('effort', questions[1]!, '1 + (n * 3) % 7', 'n % 10 < 7');
    await answer(
      'why',
      questions[2]!,
      "'Nopea ja ystävällinen palvelu, mutta lasku ' || n || ' oli väärin'",
      'n % 3 = 0',
    );
    await t.query(
      `create temporary table counted on commit drop as
       select a.question_id, r.day, r.touchpoint_id, '00000000-0000-0000-0000-000000000000'::uuid as org_unit_id, r.account_id,
         r.segment, r.respondent_role, r.channel, a.point, q.scale_points as points, 1::smallint as weight
       from response r join answer a on a.workspace_id = r.workspace_id and a.response_id = r.id
       join question q on q.workspace_id = a.workspace_id and q.id = a.question_id
       where r.workspace_id = '${id}' and a.workspace_id = '${id}' and q.workspace_id = '${id}' and a.point is not null`,
    );
    await addTableToTallies(t, 'counted');
  });
  const { address, release } = await embeddedAddress({ home, port: 0 });
  const superuser = { ...address, user: administrator, password: secret(home, administrator) };
  await withConnection(superuser, undefined, (c) => c.query('analyze'));
  return {
    /** Seconds of the server for writing the same rows nowhere. */
    async bareCopy(): Promise<number> {
      return withConnection(superuser, undefined, async (c) => {
        const started = performance.now();
        await c.query("copy (select * from response) to '/dev/null'");
        await c.query("copy (select * from answer) to '/dev/null'");
        return (performance.now() - started) / 1000;
      });
    },
    async close() {
      await release();
      await store.close();
    },
  };
}
