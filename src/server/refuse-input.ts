import type { Hook } from '@hono/zod-openapi';
import type { ZodError } from 'zod';
import { CandorError } from '../errors/index.ts';
import type { RouteEnv } from './context.ts';

/** Refuses what does not fit its schema and names the first field; the others are listed. */
// biome-ignore lint/suspicious/noExplicitAny: the hook of all routes, whatever their schema
export const refuseInput: Hook<unknown, RouteEnv, any, undefined> = (result) => {
  if (result.success) {
    const field = fieldWithNul(result.data, '');
    if (field !== undefined) throw refusal(field, 'no NUL character', [field]);
    return undefined;
  }
  if (result.target === 'param') throw new CandorError('CND_NOT_FOUND', 'there is no such id', { kind: 'id' });
  const problems = problemsOf(result.error);
  const first = problems[0]!;
  throw refusal(first.field, first.message, [...new Set(problems.map(({ field }) => field))]);
};

function refusal(field: string, message: string, fields: readonly string[]): CandorError {
  return new CandorError('CND_REQUEST', `${field || 'the body'}: ${message}`, { field, fields: fields.slice(0, 20) });
}

function problemsOf(error: ZodError): { field: string; message: string }[] {
  return error.issues.flatMap((issue) => {
    const place = issue.path.map(String);
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        field: [...place, key].join('.').slice(0, 100),
        message: 'is not known here',
      }));
    }
    return [{ field: place.join('.').slice(0, 100), message: issue.message }];
  });
}

/** PostgreSQL holds every character but one. */
function fieldWithNul(value: unknown, place: string): string | undefined {
  if (typeof value === 'string') return value.includes('\u0000') ? place : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key];
    if (typeof inner === 'string' && !inner.includes('\u0000') && !key.includes('\u0000')) continue;
    const at = place ? `${place}.${key}` : key;
    if (key.includes('\u0000')) return at;
    const found = fieldWithNul(inner, at);
    if (found !== undefined) return found;
  }
  return undefined;
}
