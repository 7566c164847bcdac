import type { ErrorCode } from '../../errors/index.ts';
import type { ErrorWords } from './doubt-words.ts';

/** Trouble of the server, its settings and its database. */
export const enStoreErrors = {
  CND_SERVER: {
    happened: 'The server cannot be reached or refused what was sent.',
    remedy: 'Check the address, the key and the workspace; what was accepted is not counted twice.',
  },
  CND_STORE_ENGINE: {
    happened: 'The embedded database is not installed for this system.',
    remedy: 'Install with optional packages, or set DATABASE_URL.',
  },
  CND_STORE_FOLDER: {
    happened: 'The database cannot use its folder.',
    remedy: 'Set CANDOR_HOME to a folder that can be written.',
  },
  CND_STORE_DISK: { happened: 'The disk of the database is full.', remedy: 'Free space on the disk.' },
  CND_STORE_VERSION: {
    happened: 'The data folder was written by another version of PostgreSQL.',
    remedy: 'Export with the older Candor and import here.',
  },
  CND_STORE_PORT: {
    happened: 'The port of the embedded database is taken.',
    remedy: 'Leave STORE_PORT out, or set it to a free port.',
  },
  CND_STORE_START: {
    happened: 'The embedded database did not start.',
    remedy: 'Look into postgresql.log in the home folder.',
  },
  CND_STORE_AWAY: {
    happened: 'The database is away for a moment.',
    remedy: 'Try again; what was not acknowledged was not stored.',
  },
  CND_STORE_SLOW: {
    happened: 'The database took too long.',
    remedy: 'Ask for less, or raise CANDOR_STATEMENT_SECONDS.',
  },
  CND_STORE_BUSY: {
    happened: 'Another process is starting or stopping the database.',
    remedy: 'Wait until it is done, or stop it.',
  },
  CND_STORE_UNREACHABLE: {
    happened: 'The database cannot be reached.',
    remedy: 'Check DATABASE_URL and the server.',
  },
  CND_STORE_SERVER: {
    happened: 'The database server cannot hold the store.',
    remedy: 'Use PostgreSQL 15 or newer with the encoding UTF8.',
  },
  CND_STORE_ROLES: {
    happened: 'The roles of the database are missing or too strong.',
    remedy: 'Let DATABASE_URL name a role that may create roles.',
  },
  CND_MIGRATION_CHANGED: {
    happened: 'A released step of the schema was changed.',
    remedy: 'Restore the migration file as it was released.',
  },
  CND_MIGRATION_AHEAD: {
    happened: 'A newer Candor wrote this store.',
    remedy: 'Start the newer Candor, or restore a backup.',
  },
  CND_MIGRATION_FAILED: {
    happened: 'A step of the schema failed; nothing of it was kept.',
    remedy: 'Report it with the message.',
  },
  CND_DEMO: {
    happened: 'The demo is there already, or is not there.',
    remedy: 'Load it with candor demo; --replace takes the company that is there away first.',
  },
  CND_STARTING: { happened: 'Candor is starting.', remedy: 'Try again in a moment.' },
  CND_PORT_TAKEN: { happened: 'The port is taken.', remedy: 'Set PORT to a free port.' },
  CND_SETTING: {
    happened: 'A setting of the server cannot be used.',
    remedy: 'Correct the environment variable, or leave it out.',
  },
  CND_FAULT: {
    happened: 'Candor failed; this is a fault of ours, not of your file.',
    remedy: 'Try again. If it happens again, report it with the log of the server.',
  },
} as const satisfies Partial<Record<ErrorCode, ErrorWords>>;
