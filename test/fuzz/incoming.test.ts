import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messageIdOf, readSmsReply, returnPath } from '../../src/channels/index.ts';
import { readConfig } from '../../src/config/index.ts';
import { receiveMail } from '../../src/fieldwork/index.ts';
import {
  answeringCompany,
  bounceOf,
  bySms,
  mailReceivingAt,
  phoneOf,
  reachable,
} from '../fieldwork/incoming-fixture.ts';
import { delivery, hour, invitationsOf, monday, secret, sendAt, tell } from '../fieldwork/programme-fixture.ts';
import { type OpenApplication, openApplication } from '../server/open-application.ts';

/** Damaged messages of each kind: CANDOR_TEST_FUZZ=10000 asks for so many. */
const inputs = Number(process.env.CANDOR_TEST_FUZZ ?? 1_000);
const seed = 20_261_130;
const mostGrowth = 50e6;
setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');
const memory = () => {
  collectGarbage();
  return process.memoryUsage().rss;
};

const gatewaySecret = 'a-secret-of-the-gateway';
const gateway = {
  kind: 'http',
  url: 'https://sms.example.com',
  method: 'POST',
  headers: {},
  encoding: 'json',
  fields: {},
  incoming: { id: 'id', from: 'from', text: 'text' },
  receipt: { id: 'id', status: 'status', delivered: ['ok'], gone: ['gone'], failed: ['failed'] },
};
const now = new Date(monday.getTime() + 2 * hour);
let open: OpenApplication;
let workspaceId: string;
let invitationId: string;
beforeAll(async () => {
  const sms = { gateway, from: '17163', secret: gatewaySecret } as never;
  open = await openApplication({ ...readConfig({}), sms, baseUrl: 'https://cx.example.com' }, now);
  ({ workspaceId } = await answeringCompany(open.test, bySms));
  await tell(open.test, workspaceId, [reachable('D', 'fz')]);
  await sendAt(open.test, workspaceId, new Date(monday.getTime() + hour));
  const mail = await answeringCompany(open.test);
  await tell(open.test, mail.workspaceId, [delivery('D', 'anna')]);
  await sendAt(open.test, mail.workspaceId, new Date(monday.getTime() + hour));
  [{ id: invitationId }] = (await invitationsOf(open.test, mail.workspaceId)) as unknown as [{ id: string }];
  mailWorkspace = mail.workspaceId;
});
let mailWorkspace: string;
afterAll(() => open.close());

const words = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '\u0000',
    '\ud800',
    '9'.repeat(4_000),
    '7 tai 8',
    '5',
    'ysi',
    '٩',
    'é'.repeat(3_000),
    '{{to}}',
    "'; drop table",
    '🙂 4',
    '-1',
    '1e9',
    '٣/٥',
  ),
);
/** What never stops, so that the invitation stays open for the others. */
const text = words.filter((one) => readSmsReply(one).kind !== 'stop');
const number = fc.oneof(
  { weight: 6, arbitrary: fc.constant(phoneOf('fz')) },
  words,
  fc.constantFrom('+1', '358', '+358 40 (12)', 'Bank', '+999999999999999999'),
);
const junk = fc.oneof(words, fc.jsonValue({ maxDepth: 5 }), fc.double(), fc.constant(null));

describe(`${inputs} damaged SMS`, () => {
  it('are taken or refused, never a fault, and leave no memory behind', { timeout: 3_600_000 }, async () => {
    const damage = fc.record({
      path: fc.constantFrom(
        '/hooks/sms/gateway',
        '/hooks/sms/gateway',
        '/hooks/sms/gateway',
        '/hooks/sms/gateway/receipts',
        '/hooks/sms/twilio',
        '/hooks/sms/twilio/receipts/x',
      ),
      fields: fc.record(
        {
          // Mostly one of its own: made below, since samples repeat themselves.
          id: fc.oneof({ weight: 6, arbitrary: fc.constant('own') }, words, junk),
          from: fc.oneof({ weight: 5, arbitrary: number }, junk),
          text: fc.oneof({ weight: 5, arbitrary: text }, junk),
          status: fc.oneof(fc.constantFrom('ok', 'gone', 'failed'), junk),
        },
        { requiredKeys: ['id', 'from'] },
      ),
      type: fc.constantFrom(
        'application/json',
        'application/json',
        'application/json',
        'application/x-www-form-urlencoded',
        'text/plain',
        '',
      ),
      raw: fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, fc.uint8Array({ maxLength: 300 })),
    });
    const faults: string[] = [];
    let settled = 0;
    const wrongs = fc.sample(damage, { seed, numRuns: inputs });
    for (const [place, { path, fields, type, raw }] of wrongs.entries()) {
      const sent = fields.id === 'own' ? { ...fields, id: `sms ${place}` } : fields;
      const pairs = Object.entries(sent).map(([name, value]) => [
        name,
        typeof value === 'string' ? value.toWellFormed() : (JSON.stringify(value) ?? ''),
      ]);
      const body =
        raw ??
        (type === 'application/x-www-form-urlencoded'
          ? new URLSearchParams(pairs).toString()
          : (JSON.stringify(sent) ?? ''));
      const response = await open.app.request(`https://cx.example.com${path}`, {
        method: 'POST',
        headers: { host: 'cx.example.com', 'content-type': type, authorization: `Bearer ${gatewaySecret}` },
        body: body as string,
      });
      if (![200, 400, 404, 413].includes(response.status))
        faults.push(`${response.status} ${await response.text()} to ${JSON.stringify(fields).slice(0, 300)}`);
      if (faults.length > 2) break;
      if (place === Math.floor(inputs / 3)) settled = memory();
    }
    expect(faults).toEqual([]);
    expect(memory() - settled).toBeLessThan(mostGrowth);
    const waiting = await open.test.asSuperuser("select 1 from incoming_message where state = 'waiting'");
    expect(waiting).toEqual([]);
    // Enough of them get as far as to be understood.
    const kept = await open.test.asSuperuser('select 1 from incoming_message');
    expect(kept.length).toBeGreaterThan(inputs / 50);
    // One invitation, one answer, whatever came.
    expect(
      (await open.test.asSuperuser('select 1 from response where workspace_id = $1', [workspaceId])).length,
    ).toBeLessThanOrEqual(1);
  });
});

describe(`${inputs} damaged mails`, () => {
  it('are taken or left, never a fault, and leave no memory behind', { timeout: 3_600_000 }, async () => {
    const about = { workspaceId: mailWorkspace, invitationId };
    const [report, id, path] = [
      bounceOf(about, '4.2.2').toString('latin1'),
      messageIdOf(about, 0, secret),
      returnPath(about, secret, 'candor.invalid'),
    ];
    const pieces = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom(
        '\r\n',
        '\r\n\r\n',
        '--b',
        '--b--',
        '\0',
        'Content-Type: multipart/report; boundary="',
        'Content-Transfer-Encoding: base64\r\n',
        'Content-Type: message/rfc822\r\n',
        '=?utf-8?B?gg==?=',
        `In-Reply-To: <${id}@x>\r\n`,
        `To: ${path}\r\n`,
        'Status: 5.1.1\r\n',
        'Auto-Submitted: x\r\n',
        'x'.repeat(3_000),
      ),
    );
    const edits = fc.array(fc.record({ at: fc.nat(report.length), cut: fc.nat(60), put: pieces }), {
      minLength: 1,
      maxLength: 6,
    });
    const receiving = mailReceivingAt(open.test, now);
    let settled = 0;
    for (const [place, changes] of fc.sample(edits, { seed, numRuns: inputs }).entries()) {
      let raw = report;
      for (const { at, cut, put } of changes) raw = raw.slice(0, at) + put + raw.slice(at + cut);
      await receiveMail(receiving, Buffer.from(raw, 'latin1'));
      if (place === Math.floor(inputs / 3)) settled = memory();
    }
    expect(memory() - settled).toBeLessThan(mostGrowth);
  });
});
