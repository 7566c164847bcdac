import type pg from 'pg';

export type Driver = typeof pg;

let loading: Promise<Driver> | undefined;

/** The driver, loaded when the first connection is made and not before: the embedded server starts meanwhile. */
export function loadDriver(): Promise<Driver> {
  loading ??= import('pg').then((module) => module.default);
  return loading;
}
