import { openAnswering } from '../../src/answering/index.ts';
import { returnPath } from '../../src/channels/index.ts';
import { keepUsualBasis, type MailReceiving, type SmsReceiving, surveyReader } from '../../src/fieldwork/index.ts';
import { responseWriter } from '../../src/store/index.ts';
import { templateFor } from '../../src/survey/index.ts';
import type { TestStore } from '../store/test-store.ts';
import { askingCompany, delivery, identity, secret } from './programme-fixture.ts';

export const phoneOf = (person: string) =>
  `+35840${[...person]
    .map((letter) => letter.charCodeAt(0))
    .join('')
    .slice(0, 7)
    .padEnd(7, '0')}`;

/** A delivery to somebody who has a telephone as well. */
export const reachable = (id: string, person: string, more: object = {}, at?: string) =>
  delivery(
    id,
    person,
    {
      contact: {
        id: person,
        email: `${person}@customers.example`,
        phone: phoneOf(person),
        name: `Person ${person}`,
        language: 'fi',
      },
      ...more,
    },
    at,
  );

/** As `askingCompany`, with the questions of the survey in the store, so that answers can be kept, and a basis for SMS. */
export async function answeringCompany(test: TestStore, rules: object = {}) {
  const company = await askingCompany(test, rules);
  const { workspaceId } = company;
  const [version] = await test.asSuperuser<{ id: string }>('select id from survey_version where workspace_id = $1', [
    workspaceId,
  ]);
  const questions = templateFor('delivery', ['en']).pages.flatMap((page) => page.questions);
  await test.store.inWorkspace(workspaceId, async (transaction) => {
    await keepUsualBasis(transaction, { email: 'legitimate-interest', sms: 'consent' });
    for (const [position, question] of questions.entries()) {
      const scale = question.kind === 'scale' ? question.scale : undefined;
      await transaction.query(
        `insert into question (workspace_id, id, survey_version_id, key, kind, position, texts, scale_minimum, scale_points)
         values ($1, gen_random_uuid(), $2, $3, $4, $5, '{}', $6, $7)`,
        [
          workspaceId,
          version!.id,
          question.key,
          scale ? 'scale' : 'text',
          position,
          scale?.minimum ?? null,
          scale?.points ?? null,
        ],
      );
    }
  });
  return company;
}

export const bySms = { channels: [{ channel: 'sms' }] };
export const mailThenSms = { channels: [{ channel: 'email' }, { channel: 'sms', afterHours: 72 }] };

export function smsReceivingAt({ store }: TestStore, now: Date): SmsReceiving {
  return { store, clock: () => now, answering: openAnswering({ store, write: responseWriter(store), secret }) };
}

export const mailReceivingAt = ({ store }: TestStore, now: Date): MailReceiving => ({
  store,
  clock: () => now,
  reader: surveyReader(),
  secret,
});

/** A report by RFC 3464 to the return path of an invitation. */
export function bounceOf(
  about: { readonly workspaceId: string; readonly invitationId: string },
  status: string,
  { to, words = '' }: { readonly to?: string; readonly words?: string } = {},
): Buffer {
  const recipient = to ?? returnPath(about, secret, identity.returnDomain);
  return Buffer.from(
    [
      'From: MAILER-DAEMON@mx.example',
      `To: ${recipient}`,
      'Subject: Undelivered Mail Returned to Sender',
      `Message-ID: <${Math.random()}@mx.example>`,
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      'Content-Type: text/plain',
      '',
      'The mail was not delivered.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example',
      '',
      'Final-Recipient: rfc822; someone@customers.example',
      `Action: ${status.startsWith('2') ? 'delivered' : 'failed'}`,
      `Status: ${status}`,
      `Diagnostic-Code: smtp; ${status.startsWith('4') ? '450' : '550'} ${status} ${words}`,
      '',
      '--b--',
      '',
    ].join('\r\n'),
  );
}
