/**
 * What of the store goes into a file, and how. Every table is taken unless it is named here; a test says that no new
 * table above the workspaces, and no new column with a secret, passes unseen.
 */

/** Tables above the workspaces that a backup holds, in the order in which they must come back. */
export const globalTables = ['user', 'workspace_directory', 'user_workspace', 'job'] as const;

/** Tables that no file holds: whoever restores signs in anew, the migrations are those of the program, upkeep begins anew. */
export const neverKept = ['session', 'sign_in_attempt', 'schema_migration', 'upkeep'] as const;

/** Counted from the answers again when a workspace is taken in. A backup holds them as they are. */
export const derivedTables = [
  'tally',
  'account_tally',
  'trend_tally',
  'account_trend_tally',
  'month_tally',
  'tally_delta',
  'tally_state',
] as const;

/** Offers to become a member, whose links lead to the store that made them, and what only this server has answered and kept. */
const ofThisStore = ['member_invitation', 'idempotency_key', 'kept_message'] as const;

/** Tables that the file of one workspace leaves out. */
export const leftOutOfWorkspace: ReadonlySet<string> = new Set<string>([...derivedTables, ...ofThisStore]);

/**
 * What stands in the file of one workspace in place of a secret (table.column -> SQL). Keys of programs are revoked and
 * webhooks are switched off with it, as whoever holds the file must not act in their name. The hashes of invitation links
 * stay: links that respondents hold must go on working.
 */
export const blanked: Readonly<Record<string, string>> = {
  'api_key.secret_hash': "sha256(convert_to('no secret of ' || id::text, 'UTF8'))",
  'api_key.revoked_at': 'coalesce(revoked_at, now())',
  'event_source.secret': 'null',
  'event_source.state': "'paused'",
  'open_link.identity_secret': 'null',
  'webhook.secret': "''",
  'webhook.old_secret': 'null',
  'webhook.disabled_at': 'coalesce(disabled_at, now())',
};

/** Columns named like secrets that are none, or must be kept. */
export const notSecret: ReadonlySet<string> = new Set([
  'import.file_hash',
  'event_file.file_hash',
  'event.encounter_key',
  'invitation_link.token_hash',
  'partial_response.holder_hash',
  'suppression.address_hash',
  'workspace.address_key',
  'message.address_hash',
  'incoming_message.address_hash',
  'webhook.old_secret_until',
]);
