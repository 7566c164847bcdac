import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readDeliveryReport, readInbound, returnPath, sealedInvitation } from '../../src/channels/index.ts';

const folder = join(import.meta.dirname, '../fixtures/delivery-reports');
const truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8')) as Record<
  string,
  { kind: string; status?: string }
>;
const secret = 'a secret of at least 32 characters';
const reference = {
  workspaceId: '019823aa-0000-7000-8000-00000000000a',
  invitationId: '019823aa-1111-7222-b333-444455556666',
};
const path = returnPath(reference, secret, 'candor.example');
const verify = (address: string) => sealedInvitation(address, secret);
const rawOf = (name: string, to = path) =>
  Buffer.from(readFileSync(join(folder, 'reports', `${name}.eml`), 'utf8').replaceAll('{{return-path}}', to));

describe('the corpus of delivery reports', () => {
  it('has at least 60 reports, each with its truth', () => {
    const files = readdirSync(join(folder, 'reports')).map((file) => file.replace(/\.eml$/, ''));
    expect(files.sort()).toEqual(Object.keys(truth).sort());
    expect(files.length).toBeGreaterThanOrEqual(60);
  });

  it.each(Object.entries(truth))('%s', async (name, { kind, status }) => {
    const report = await readDeliveryReport(rawOf(name), { verify });
    expect({ kind: report?.kind, invitation: report?.invitation }).toEqual({ kind, invitation: reference });
    if (status !== undefined) expect(report?.status).toBe(status);
    expect((await readInbound(rawOf(name), { verify })).kind).toBe('delivery-report');
  });
});

describe('whom a report is about', () => {
  it('is read from a return path whose seal is right, and from nothing else', async () => {
    const other = returnPath(reference, 'another secret of 32 characters!', 'candor.example');
    const forged = await readDeliveryReport(rawOf('postfix-unknown-user', other), { verify });
    expect(forged).toMatchObject({ kind: 'hard' });
    expect(forged).not.toHaveProperty('invitation');
  });

  it('may be told by the envelope, and survives a change of case', async () => {
    const raw = rawOf('qmail-no-mailbox', 'postmaster@candor.example');
    const report = await readDeliveryReport(raw, { verify, recipient: path.toUpperCase() });
    expect(report?.invitation).toEqual(reference);
  });

  it('is no matter of the addresses inside the report', async () => {
    const raw = rawOf('postfix-unknown-user', 'x@candor.example');
    const swapped = Buffer.from(raw.toString().replaceAll('anna@customer.example', 'victim@other.example'));
    expect(await readDeliveryReport(swapped, { verify })).not.toHaveProperty('invitation');
  });
});
