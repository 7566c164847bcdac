import type { ToldError } from '../../present/index.ts';

/** What the server refused, with its code; `present` words it. */
export class Refusal extends Error {
  readonly status: number;
  readonly told: ToldError;

  constructor(status: number, told: ToldError) {
    super(told.message || told.code);
    this.name = 'Refusal';
    this.status = status;
    this.told = told;
  }
}

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** Asks the server for JSON. Whatever is not an answer is a Refusal: also no connection, and a page of a proxy. */
export async function ask<Answer>(path: string, { method = 'GET', body, signal }: Question = {}): Promise<Answer> {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new Refusal(0, { code: 'network', message: '' });
  });
  const text = await response.text();
  if (response.ok) return (text === '' ? undefined : JSON.parse(text)) as Answer;
  throw new Refusal(response.status, toldIn(text, response.status));
}

/** The error inside an answer, or the status where there is none. */
export function toldIn(text: string, status: number): ToldError {
  try {
    const { error } = JSON.parse(text) as { error?: ToldError };
    if (error?.code) return error;
  } catch {
    // A proxy answers in HTML.
  }
  return { code: `HTTP ${status}`, message: '' };
}

/** What went wrong, as `present` wants it. */
export function toldOf(error: unknown): ToldError {
  if (error instanceof Refusal) return error.told;
  return { code: 'page', message: error instanceof Error ? error.message : String(error) };
}
