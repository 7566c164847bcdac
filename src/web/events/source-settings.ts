import type { EventSource } from './events-api.ts';
import type { EventsWords, SourceKind } from './events-words-shape.ts';

type Setting = keyof EventsWords['setting'];

/** What is asked of each kind, in its order. */
export const settingsOf: Readonly<Record<SourceKind, readonly Setting[]>> = {
  folder: ['folder'],
  sftp: ['host', 'port', 'user', 'hostKey', 'folder'],
  postgresql: ['host', 'port', 'database', 'user', 'table', 'updatedAt', 'id'],
};

export const secretsOf: Readonly<Record<SourceKind, readonly ('password' | 'privateKey' | 'passphrase')[]>> = {
  folder: [],
  sftp: ['password', 'privateKey', 'passphrase'],
  postgresql: ['password'],
};

export type Given = Readonly<Record<string, string>>;

/** The settings of a source as texts of a form. */
export function givenOf(source: EventSource | undefined): Given {
  if (!source) return { kind: 'folder', everySeconds: '30' };
  const { mapping, ...settings } = source.settings;
  const texts = Object.entries(settings).map(([name, value]) => [name, String(value)]);
  return {
    ...Object.fromEntries(texts),
    key: source.key,
    touchpoint: mapping.values?.touchpoint ?? '',
    mapping: mapping.columns ? JSON.stringify(mapping.columns, null, 2) : '',
  };
}

/** Undefined where the columns are no JSON of texts. */
function columnsOf(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    return Object.values(value).every((column) => typeof column === 'string') ? (value as never) : undefined;
  } catch {
    return undefined;
  }
}

const numbers = new Set(['port', 'everySeconds']);

/** What is sent of the form; the reason where it cannot be sent. What the form does not show of a mapping stays. */
export function bodyOf(given: Given, source: EventSource | undefined) {
  const kind = given.kind as SourceKind;
  const text = (given.mapping ?? '').trim();
  const columns = text === '' ? undefined : columnsOf(text);
  if (text !== '' && !columns) return { wrong: 'mapping' as const };
  const names = [...settingsOf[kind], 'everySeconds', ...(kind === 'postgresql' ? ['tls'] : [])];
  const own = names.flatMap((name) => {
    const value = (given[name] ?? '').trim();
    if (value === '') return [];
    return [[name, numbers.has(name) ? Number(value) : value]];
  });
  const { columns: _columns, values: held = {}, ...mapping } = source?.settings.mapping ?? {};
  const { touchpoint: _touchpoint, ...others } = held;
  const values = { ...others, ...(given.touchpoint ? { touchpoint: given.touchpoint } : {}) };
  const settings = {
    kind,
    ...Object.fromEntries(own),
    ...(typeof source?.settings.source === 'string' && { source: source.settings.source }),
    ...(kind === 'postgresql' && source ? { overlapSeconds: source.settings.overlapSeconds } : {}),
    mapping: { ...mapping, ...(columns && { columns }), ...(Object.keys(values).length > 0 && { values }) },
  };
  const secrets = secretsOf[kind].flatMap((name) => (given[name] ? [[name, given[name]]] : []));
  return { settings, ...(secrets.length > 0 && { secret: Object.fromEntries(secrets) as Record<string, string> }) };
}
