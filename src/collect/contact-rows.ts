import { type Claim, type ContactRole, contactEntity, nameContactRoles, stateFields } from '../accounts/index.ts';
import { bindColumns } from './bound-columns.ts';
import { type Cell, longestName } from './cell.ts';
import { contactKey, isAddress, isDamagedId } from './external-id.ts';
import { Fingerprints } from './fingerprints.ts';
import type { ImportMapping } from './import-mapping.ts';
import type { ImportRun } from './import-run.ts';
import { roleMeaningOf } from './respondent-role.ts';
import { type RowTaker, readBatch } from './row-taker.ts';

interface ContactRow {
  readonly key: string;
  readonly account: string | undefined;
  readonly roles: readonly ContactRole[];
  readonly fields: Readonly<Record<string, unknown>>;
}

const roleParts: Readonly<Record<string, readonly ContactRole[]>> = {
  'decision-maker-and-contact-person': ['decision-maker', 'contact-person'],
};

/** Takes rows of contacts. A person may stand in several rows, one for each account and role. */
export function contactRows(run: ImportRun, mapping: ImportMapping, columnNames: readonly string[]): RowTaker {
  const read = contactReader(run, mapping, columnNames);
  return {
    async take(batch) {
      const rows = readBatch(run, batch, read);
      if (rows.length === 0) return;
      await run.contacts.name(rows.map(({ key }) => key));
      await run.accounts.name(rows.map(({ account }) => account));
      const claims = new Map<string, Claim>();
      for (const { key, fields } of rows) {
        claims.set(key, { entityId: run.contacts.id(key), fields: { ...claims.get(key)?.fields, ...fields } });
      }
      await stateFields(run, contactEntity, [...claims.values()]);
      await nameRoles(run, rows);
      run.report.used += rows.length;
    },
  };
}

async function nameRoles(run: ImportRun, rows: readonly ContactRow[]): Promise<void> {
  const named = new Map<string, Parameters<typeof nameContactRoles>[1][number]>();
  for (const { key, account, roles } of rows) {
    if (account === undefined) continue;
    const contactId = run.contacts.id(key);
    const accountId = run.accounts.id(account);
    for (const role of roles) named.set(`${contactId} ${accountId} ${role}`, { contactId, accountId, role });
  }
  if (named.size > 0) await nameContactRoles(run, [...named.values()]);
}

function contactReader(run: ImportRun, mapping: ImportMapping, columnNames: readonly string[]) {
  const columns = bindColumns(mapping, columnNames);
  const { report } = run;
  const seen = new Fingerprints();
  return (row: readonly Cell[], line: number): ContactRow | undefined => {
    const given = columns.text(row, 'id');
    if (given === undefined) return report.reject(line, 'empty-id', columns.name('id'));
    if (isDamagedId(given)) return report.reject(line, 'damaged-id', columns.name('id'), given);
    for (const field of ['id', 'account', 'name', 'email', 'phone', 'language', 'role']) {
      const text = columns.text(row, field);
      if (text !== undefined && text.length > longestName)
        return report.reject(line, 'too-long', columns.name(field), text);
    }
    const key = contactKey(given);
    const account = columns.text(row, 'account');
    const roleText = columns.text(row, 'role');
    if (seen.meet(`${key}\u001f${account ?? ''}\u001f${roleText ?? ''}`) > 0) {
      return report.reject(line, 'duplicate', columns.name('id'), given);
    }
    const role = roleText === undefined ? undefined : roleMeaningOf(roleText);
    if (roleText !== undefined && role === undefined)
      report.leaveOut(line, 'unknown-role', columns.name('role'), roleText);
    const fields: Record<string, string> = {};
    for (const field of ['name', 'email', 'phone', 'language']) {
      const text = columns.text(row, field);
      if (text === undefined) continue;
      if (field === 'email' && !isAddress(text)) report.leaveOut(line, 'unreadable-address', columns.name(field), text);
      else fields[field] = text;
    }
    if (fields.email === undefined && isAddress(key)) fields.email = key;
    return { key, account, roles: role === undefined ? [] : (roleParts[role] ?? [role as ContactRole]), fields };
  };
}
