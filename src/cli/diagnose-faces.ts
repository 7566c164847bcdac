import { createServer } from 'node:net';
import type { Config } from '../config/index.ts';
import { CandorError } from '../errors/index.ts';
import { type ChannelLooks, diagnoseChannels, type FaceDiagnosis } from './diagnose-channels.ts';

/** What stands between the store and people: the port of the pages, mail and SMS. */
export async function diagnoseFaces(config: Config, looks: ChannelLooks = {}): Promise<readonly FaceDiagnosis[]> {
  return [await portDiagnosis(config), ...(await diagnoseChannels(config, looks))];
}

async function portDiagnosis({ host, port }: Config): Promise<FaceDiagnosis> {
  const where = `${host}:${port}`;
  if (await isFree(host, port)) return { check: 'port', ok: true, finding: `${where} is free` };
  if (await isCandor(port)) return { check: 'port', ok: true, finding: `a Candor serves ${where}` };
  const finding = `${where} is taken by another program or not an address of this machine`;
  return { check: 'port', ok: false, finding, mend: new CandorError('CND_PORT_TAKEN', finding).remedy };
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

async function isCandor(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(3_000) });
    return ((await answer.json()) as { status?: unknown }).status === 'up';
  } catch {
    return false;
  }
}
