import { Resolver } from 'node:dns/promises';
import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';
import { type DnsResolver, mailDoctor, type ServerProbe } from '../channels/index.ts';
import type { Config } from '../config/index.ts';
import { outboundClient } from '../outbound/index.ts';

/** One line of the diagnosis. `mend` says what to do and stands only with a problem. */
export interface FaceDiagnosis {
  readonly check: string;
  readonly ok: boolean;
  readonly finding: string;
  readonly mend?: string | undefined;
}

/** Who is asked: a test gives its own. */
export interface ChannelLooks {
  readonly resolver?: DnsResolver;
  readonly probe?: ServerProbe;
}

/** Whether mail and SMS set up so arrive, and whether what comes back is heard. Sends nothing. */
export async function diagnoseChannels(config: Config, looks: ChannelLooks): Promise<readonly FaceDiagnosis[]> {
  return [...(await mailLines(config, looks)), ...(await folderLine(config)), ...smsLines(config)];
}

const outbox = 'no server is set, so what would be sent is kept in the development outbox';

async function mailLines({ mail, baseUrl }: Config, looks: ChannelLooks): Promise<readonly FaceDiagnosis[]> {
  const { server, from, returnDomain, dkim } = mail;
  if (!server) return [{ check: 'mail', ok: true, finding: outbox }];
  const setup = {
    from: from.address,
    returnPathDomain: returnDomain,
    smtp: { ...server, ...(dkim && { dkim: await keyOf(dkim) }) },
    ...(baseUrl !== undefined && { baseUrl }),
  };
  const checks = await mailDoctor(setup, looks.resolver ?? patientResolver(), ...(looks.probe ? [looks.probe] : []));
  return checks.map(({ check, ...rest }) => ({ check: `mail ${check}`, ...rest }));
}

async function keyOf({ domain, selector, keyFile }: NonNullable<Config['mail']['dkim']>) {
  const { readFile } = await import('node:fs/promises');
  // A key that cannot be read is none: the line about DKIM says so.
  return { domain, selector, privateKey: await readFile(keyFile, 'utf8').catch(() => '') };
}

/** The usual patience of 5 s and four tries would make twenty lines of a machine without a network take minutes. */
const patientResolver = (): DnsResolver => new Resolver({ timeout: 3_000, tries: 2 }) as unknown as DnsResolver;

/** Where mail is sent, what comes back has to be heard: by a folder here, or by `candor mail receive`. */
async function folderLine({ mail, mailFolder }: Config): Promise<readonly FaceDiagnosis[]> {
  const check = 'mail folder';
  if (mailFolder === undefined) {
    const finding = 'none is set: what comes back is heard if the mail server pipes it into `candor mail receive`';
    return mail.server ? [{ check, ok: true, finding }] : [];
  }
  try {
    await access(join(mailFolder, 'new'), constants.R_OK | constants.W_OK);
    return [{ check, ok: true, finding: `what comes back is read from ${mailFolder}` }];
  } catch (error) {
    const cause = (error as NodeJS.ErrnoException).code ?? 'unknown';
    const mend = 'Let CANDOR_MAIL_FOLDER name a maildir (new, cur, tmp) that Candor may read and change.';
    return [{ check, ok: false, finding: `${mailFolder} cannot be read and changed (${cause})`, mend }];
  }
}

function smsLines({ sms, mail, baseUrl, outboundAllow }: Config): readonly FaceDiagnosis[] {
  const { gateway, from, secret } = sms;
  if (!gateway) {
    const forgotten = mail.server !== undefined;
    const finding = `${outbox}${forgotten ? ', although mail is sent: who is asked by SMS gets nothing' : ''}`;
    return [{ check: 'sms', ok: true, finding }];
  }
  const url = gateway.kind === 'twilio' ? (gateway.url ?? 'https://api.twilio.com') : gateway.url;
  const judged = outboundClient({ allowed: outboundAllow }).judge(url);
  const reach: FaceDiagnosis =
    judged.kind === 'target'
      ? { check: 'sms gateway', ok: true, finding: `${judged.hostname} is written to` }
      : {
          check: 'sms gateway',
          ok: false,
          finding: `its address may not be written to (${judged.reason})`,
          mend: 'A gateway that is private or at an unusual port has to be named in CANDOR_OUTBOUND_ALLOW.',
        };
  return [reach, repliesLine({ from, baseUrl, hasSecret: gateway.kind === 'twilio' || secret !== undefined })];
}

function repliesLine({ from, baseUrl, hasSecret }: { from: string; baseUrl: string | undefined; hasSecret: boolean }) {
  const check = 'sms replies';
  if (!/^(\+\d+|\d+|MG[0-9a-f]{32})$/.test(from)) {
    return { check, ok: true, finding: `${from} is a name, which nobody can answer: an SMS holds links only` };
  }
  if (baseUrl?.startsWith('https://') !== true) {
    const mend = 'Set CANDOR_BASE_URL to an https address at which the gateway reaches this server.';
    return { check, ok: false, finding: 'the gateway has no address to bring replies and stop words to', mend };
  }
  if (!hasSecret) {
    const mend = 'Set CANDOR_SMS_SECRET and give it to the gateway; until then stop words are not heard.';
    return { check, ok: false, finding: 'the gateway cannot show who it is, so no reply is taken', mend };
  }
  return { check, ok: true, finding: `replies to ${from} are taken at ${baseUrl}/hooks/sms/…` };
}
