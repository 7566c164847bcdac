/**
 * Every code, with its exit status (1: the data or the model refuse; 2: the call is wrong) and the way out.
 * Listed in docs/errors.md; a test compares the two. A code is never reused for another meaning.
 */
export const errorCatalogue = {
  // numeric, inference and metrics: arguments of a function
  CND_ARGUMENT: { exit: 2, remedy: 'Pass an argument of the kind and range that the message names.' },
  CND_SAMPLE_TOO_SMALL: { exit: 1, remedy: 'Collect more answers, or take a longer period.' },
  CND_NO_VARIANCE: { exit: 1, remedy: 'All values are equal, so this question has no answer from them; collect more.' },
  CND_NOT_CONVERGED: { exit: 1, remedy: 'Check the margins or the starting values; they may contradict each other.' },
  CND_COLLINEAR: { exit: 1, remedy: 'Leave one of the columns that are named out, or put their mean in their place.' },
  CND_MISSING_CODE: {
    exit: 1,
    remedy: 'Empty the cells that hold the code: a code for "no answer" would be the strongest driver of all.',
  },
  CND_MODEL_SIZE: {
    exit: 2,
    remedy: 'Choose fewer columns, those that can be acted on, or the method that takes more.',
  },
  CND_MODEL_SLOW: { exit: 3, remedy: 'Choose a shorter window, fewer answers or fewer questions, and ask again.' },
  CND_RESAMPLES: {
    exit: 1,
    remedy: 'Collect more answers, or leave out the column that hardly varies or that others make up.',
  },
  CND_SEPARATION: {
    exit: 1,
    remedy: 'Leave out the column that is named, or move the border of the outcome, so that both groups overlap.',
  },
  CND_WEIGHTS: { exit: 1, remedy: 'Use weights that are finite, not negative and not all zero.' },
  CND_MARGINS: {
    exit: 1,
    remedy: 'Give a total for every value of the column, and totals that agree between columns.',
  },
  CND_METRIC_UNKNOWN: { exit: 2, remedy: 'Use one of the metric ids listed in the message.' },

  CND_METRIC_SCALE: {
    exit: 2,
    remedy: 'Choose the metric that belongs to the scale, for example csat-mean or mean, or correct the scale.',
  },

  // tables: files
  CND_FILE_NOT_FOUND: { exit: 2, remedy: 'Check the path of the file.' },
  CND_FILE_UNREADABLE: { exit: 1, remedy: 'Check that the file can be read and is complete.' },
  CND_FILE_EMPTY: { exit: 1, remedy: 'Export the answers again: the file holds no rows.' },
  CND_FILE_NOT_A_TABLE: { exit: 1, remedy: 'Export the answers as CSV, TSV or XLSX.' },
  CND_FILE_TOO_LARGE: { exit: 1, remedy: 'Split the file, or export fewer columns.' },
  CND_CELL_TOO_LARGE: { exit: 1, remedy: 'Look for a quotation mark that is never closed near the line named.' },
  CND_TOO_MANY_COLUMNS: { exit: 1, remedy: 'Export only the columns you need.' },
  CND_SHEET_UNKNOWN: { exit: 2, remedy: 'Name one of the sheets listed with --sheet.' },
  CND_NO_SHEETS: { exit: 2, remedy: 'Leave out --sheet: a text file has no sheets.' },
  CND_COLUMN_UNKNOWN: { exit: 2, remedy: 'Name one of the columns listed.' },
  CND_COLUMN_AMBIGUOUS: { exit: 2, remedy: 'Several columns have this name; give its number, as in "Score#2".' },
  CND_NO_SCORE_COLUMN: {
    exit: 1,
    remedy: 'Name the column that holds the score with --score, in an import under "scores" of the --mapping.',
  },
  CND_NO_DATE_COLUMN: {
    exit: 1,
    remedy:
      'Name the column that holds the date of the answer with --date, in an import under "columns" of the --mapping.',
  },
  CND_DATE_AMBIGUOUS: {
    exit: 1,
    remedy:
      'Say how the dates are written with --date-order dmy, mdy or ymd, in an import with "dateOrder" in the --mapping.',
  },
  CND_SEVERAL_SURVEYS: { exit: 1, remedy: 'Choose one with --where COL=VALUE.' },
  CND_NO_ROWS_LEFT: { exit: 1, remedy: 'Give --where a value that the column has, or leave --where out.' },
  CND_ALL_ROWS_REJECTED: { exit: 1, remedy: 'Look at the reasons listed; name the right columns or the right scale.' },
  CND_SCALES_MIXED: {
    exit: 1,
    remedy: 'Give the scale with --scale MIN-MAX, or keep one part with --where COL=VALUE.',
  },

  // audit and analyze
  CND_SPEC: { exit: 2, remedy: 'Mend the specification as the message says; see "candor analyze METHOD --help".' },
  CND_GROUP_UNKNOWN: { exit: 2, remedy: 'Name two of the groups listed.' },
  CND_TIME_ZONE: { exit: 2, remedy: 'Use a name of the IANA time zone database, for example Europe/Helsinki.' },
  CND_POPULATION: { exit: 1, remedy: 'Give a population at least as large as the number of answers or accounts seen.' },

  CND_TOO_MANY_PERIODS: {
    exit: 1,
    remedy: 'Check the dates for a wrong year, or choose a longer period with --period quarter.',
  },

  CND_AUDIT_SLOW: { exit: 1, remedy: 'Choose a shorter time or a longer period, or try again when less is asked.' },

  // model: the cause-and-effect model
  CND_MODEL_SPECIFICATION: { exit: 2, remedy: 'Mend the model as the message says.' },
  CND_MODEL_ITEM_UNKNOWN: { exit: 2, remedy: 'Name one of the items that the answers have.' },
  CND_MODEL_ITEM_TWICE: { exit: 2, remedy: 'Let each item measure one construct; take it out of the other.' },
  CND_MODEL_CONSTRUCT_UNKNOWN: { exit: 2, remedy: 'Let paths lead from and to constructs of the model.' },
  CND_MODEL_CONSTRUCT_ALONE: { exit: 2, remedy: 'Draw a path to or from the construct, or take it out.' },
  CND_MODEL_CYCLE: { exit: 2, remedy: 'Take out one path of the circle: effects must not come back to their cause.' },
  CND_MODEL_OUTSIDE_SCALE: {
    exit: 1,
    remedy: 'Correct the scale, or empty the cells that hold a code such as -99 for "no answer".',
  },
  CND_MODEL_NO_ANSWERS: { exit: 1, remedy: 'Take the item or construct out of the model, or collect answers to it.' },
  CND_MODEL_CONSTANT_ITEM: { exit: 1, remedy: 'Take the item out of the model: it cannot go with anything.' },
  CND_MODEL_NOT_CONVERGED: {
    exit: 1,
    remedy: 'Take out items that hardly go with their construct, or choose another weighting.',
  },
  CND_MODEL_CONSISTENT: { exit: 1, remedy: 'Leave "consistent" out, or mend the construct that the message names.' },
  CND_MODEL_NEGATIVE_WEIGHT: {
    exit: 1,
    remedy: 'Turn the scale of the items named, or take them out: an index needs weights that are not negative.',
  },
  CND_MODEL_GROUPS: { exit: 2, remedy: 'Name two groups that both have answers enough.' },

  // view: the filters of a page
  CND_VIEW: { exit: 2, remedy: 'Correct the part of the address that is named, or leave it out.' },

  CND_NO_ANSWERS: { exit: 1, remedy: 'Take another level, metric or longer time, or import answers first.' },
  CND_METRIC_DEFINITION: { exit: 2, remedy: 'Correct the part of the definition that is named.' },

  // store: the embedded database or a server
  CND_STORE_ENGINE: {
    exit: 2,
    remedy:
      'Install with optional packages (npm ci), or set DATABASE_URL to a PostgreSQL server of version 15 or newer.',
  },
  CND_STORE_FOLDER: {
    exit: 2,
    remedy: 'Set CANDOR_HOME to a folder that can be written, and as root one below folders that everybody may enter.',
  },
  CND_STORE_DISK: { exit: 2, remedy: 'Free space on the disk, or set CANDOR_HOME to a folder on another one.' },
  CND_STORE_VERSION: {
    exit: 2,
    remedy: 'Export with the Candor that wrote the folder and import here, or set CANDOR_HOME to a new folder.',
  },
  CND_STORE_PORT: { exit: 2, remedy: 'Leave STORE_PORT out, so that a free port is picked, or set it to a free one.' },
  CND_STORE_START: { exit: 3, remedy: 'Look into postgresql.log in the home folder of Candor.' },
  CND_STORE_BUSY: { exit: 2, remedy: 'Wait until the other process is done, or stop it.' },
  CND_STORE_AWAY: { exit: 3, remedy: 'Try again in a moment; an answer that was not acknowledged was not stored.' },
  CND_STORE_SLOW: { exit: 3, remedy: 'Ask for less, or raise CANDOR_STATEMENT_SECONDS.' },
  CND_STORE_UNREACHABLE: { exit: 2, remedy: 'Check DATABASE_URL and that the server runs and lets this machine in.' },
  CND_STORE_SERVER: { exit: 2, remedy: 'Use a PostgreSQL server of version 15 or newer with the encoding UTF8.' },
  CND_STORE_ROLES: {
    exit: 2,
    remedy: 'Let DATABASE_URL name a role that may create roles, or run the statements of docs/guides/scale-out.md.',
  },
  CND_MIGRATION_CHANGED: { exit: 3, remedy: 'Restore the migration file as it was released; write a new one instead.' },
  CND_MIGRATION_AHEAD: { exit: 2, remedy: 'Start the newer Candor that wrote this store, or restore a backup.' },
  CND_MIGRATION_FAILED: { exit: 3, remedy: 'Nothing of this migration was kept. Report it with the message.' },

  // people: who may do what
  CND_SIGN_IN: { exit: 2, remedy: 'Sign in, or send a key that is neither revoked nor expired.' },
  CND_SIGN_IN_WRONG: { exit: 2, remedy: 'Check both; ask an owner for a new invitation if the password is lost.' },
  CND_SIGN_IN_LIMIT: { exit: 2, remedy: 'Wait 15 minutes, then try again.' },
  CND_FORBIDDEN: { exit: 2, remedy: 'Ask an owner of the workspace for a role that includes it.' },
  CND_NOT_FOUND: { exit: 2, remedy: 'Check the address; what belongs to another workspace is not found here.' },
  CND_TAKEN: { exit: 2, remedy: 'Choose another one.' },
  CND_INVITATION: { exit: 2, remedy: 'Ask an owner of the workspace for a new invitation.' },
  CND_PASSWORD: { exit: 2, remedy: 'Choose a longer one: several words that do not belong together.' },
  CND_LAST_OWNER: { exit: 2, remedy: 'Make another member an owner first.' },
  CND_IN_USE: { exit: 2, remedy: 'Keep it, or set up another workspace.' },
  CND_RESPONSE: {
    exit: 1,
    remedy: 'Correct the field that is named; the survey says which questions and scales it has.',
  },
  CND_REQUEST: { exit: 2, remedy: 'Correct the field that is named; /api/openapi.json says what each one takes.' },
  CND_REQUEST_TOO_LARGE: { exit: 2, remedy: 'Send less at once.' },
  // fieldwork: events and where they come from
  CND_EVENT: { exit: 1, remedy: 'Correct the field that is named; docs/guides/events.md says what an event holds.' },
  CND_EVENT_MAPPING: {
    exit: 2,
    remedy: 'Mend the mapping as the message says; docs/guides/events.md lists its fields.',
  },
  CND_EVENTS_BUSY: { exit: 3, remedy: 'Send the events again in a moment: none of them was kept.' },
  CND_EVENTS_LIMIT: {
    exit: 1,
    remedy: 'Send them again after the seconds of Retry-After, or more of them in one batch.',
  },
  CND_MESSAGE_STATE: {
    exit: 1,
    remedy: 'Read the list again: the message has gone on, or its person is no longer asked.',
  },
  CND_SOURCE: { exit: 2, remedy: 'Correct the setting of the source that is named; docs/guides/events.md lists them.' },
  CND_SOURCE_AWAY: { exit: 3, remedy: 'Check that the source can be reached; it is read again by itself.' },

  CND_REPEAT_OTHER: {
    exit: 1,
    remedy: 'Send the same body again, or another one with an Idempotency-Key of its own.',
  },
  CND_REPEAT_RUNNING: { exit: 1, remedy: 'Wait a moment and send the same request again.' },
  // webhooks
  CND_WEBHOOK: { exit: 2, remedy: 'Correct the field that is named; docs/guides/webhooks.md says what it takes.' },
  // exchange: exports, backups and workspace files
  CND_EXPORT_TOO_LARGE: { exit: 1, remedy: 'Choose csv, jsonl or parquet, or fewer answers.' },
  CND_EXCHANGE_FILE: { exit: 1, remedy: 'Use a whole, unchanged file of "candor backup" or "candor export".' },
  CND_EXCHANGE_NEWER: { exit: 1, remedy: 'Take the file in with the Candor that wrote it, or a newer one.' },
  CND_STORE_NOT_EMPTY: {
    exit: 2,
    remedy: 'Set CANDOR_HOME to a new folder or DATABASE_URL to an empty database, and restore there.',
  },
  CND_WORKSPACE_TAKEN: { exit: 2, remedy: 'Give another short name with --slug, or use another store.' },

  // fielding: whom to ask, when and how
  CND_PROGRAMME_STATE: {
    exit: 2,
    remedy: 'Publish its survey and give it rules before it starts; one that has ended stays ended.',
  },
  CND_WAVE_STATE: {
    exit: 2,
    remedy: 'Close the wave that is open first, or wait for its closing day; give a closing day after the opening.',
  },
  CND_DRAW_STATE: {
    exit: 2,
    remedy: 'Make a draw for a programme with an incentive that somebody answered, and run each draw once.',
  },
  CND_PROGRAMME_RULES: {
    exit: 2,
    remedy: 'Correct the field that is named; docs/guides/programme-rules.md lists every rule with its default.',
  },

  // collect: imports
  CND_IMPORT_MAPPING: {
    exit: 2,
    remedy: 'Mend the mapping as the message says; docs/guides/import.md lists its fields.',
  },
  CND_IMPORT_LEVEL: { exit: 1, remedy: 'Name another survey in the mapping: the two levels are never pooled.' },
  CND_IMPORT_KNOWN: {
    exit: 1,
    remedy: 'Undo the import that is named first, if this file is to be read in another way.',
  },
  CND_IMPORT_STATE: { exit: 1, remedy: 'Look at the list of imports: only one that is done can be undone.' },
  CND_IMPORT_STOPPED: { exit: 1, remedy: 'Import the file again: nothing of it was kept.' },

  // survey: questionnaires
  CND_SURVEY: { exit: 2, remedy: 'Correct the field that is named; docs/guides/surveys.md lists them.' },
  CND_SURVEY_CONFLICT: {
    exit: 1,
    remedy: 'Read the draft again: somebody else has saved it meanwhile, and nothing of his was overwritten.',
  },
  CND_SURVEY_PROBLEMS: { exit: 1, remedy: 'Mend what is listed beside the questions, then publish.' },
  CND_SURVEY_IMPORTED: { exit: 1, remedy: 'Make a new survey: what imports brought has no page that could be edited.' },
  CND_SURVEY_IN_USE: { exit: 1, remedy: 'Archive it instead, or end the programmes that ask it first.' },
  // channels: mail and SMS
  CND_ADDRESS: { exit: 1, remedy: 'Correct the address; nothing was sent.' },
  CND_MAIL_HEADER: {
    exit: 1,
    remedy: 'Take the line break or control character out of the field that is named; nothing was sent.',
  },
  CND_MAIL_KEY: {
    exit: 2,
    remedy: 'Give a private RSA key in PEM form, as docs/guides/mail.md makes one; until then mail waits.',
  },
  CND_SMS: { exit: 1, remedy: 'Correct the part of the message that is named; nothing was sent.' },

  // command line and server
  CND_USAGE: { exit: 2, remedy: 'Run the command with --help.' },
  CND_SERVER: {
    exit: 1,
    remedy: 'Check the address, the key and the workspace; what was accepted is not counted twice.',
  },
  CND_OUTPUT: { exit: 2, remedy: 'Choose a file that can be written.' },
  CND_SETTING: { exit: 2, remedy: 'Correct the environment variable, or leave it out.' },
  CND_FAULT: { exit: 3, remedy: 'This is a fault of Candor: report it with the log of the server.' },
  CND_DEMO: {
    exit: 2,
    remedy: 'Load it with candor demo; with --replace the company that is there is taken away first.',
  },
  CND_STARTING: { exit: 3, remedy: 'Try again in a moment.' },
  CND_PORT_TAKEN: { exit: 2, remedy: 'Set PORT to a free port.' },
} as const satisfies Record<string, { exit: 1 | 2 | 3; remedy: string }>;

export type ErrorCode = keyof typeof errorCatalogue;
