import type { DoubtWords } from './doubt-words.ts';
import { enDrivers } from './en-drivers.ts';
import { pathModelDoubts } from './path-model-doubts.ts';

/** "One answer has", "12 answers have", "Some answers have". */
const counted = (count: string, one: string, many: string) =>
  count === '1' ? `One ${one}` : `${count || 'Some'} ${many}`;
const of = (periods: string) => (periods ? ` (${periods})` : '');

export const enDoubts: DoubtWords = {
  caveat: {
    ...enDrivers.caveat,
    ...pathModelDoubts.en.caveat,
    'single-answer': ({ periods }) => `A single answer says nothing about the others${of(periods)}.`,
    'small-sample': ({ periods }) =>
      `Fewer than 10 answers count here: the interval is wide and is the message${of(periods)}.`,
    'no-variance': ({ periods }) =>
      `All answers agree, so they do not show how far answers spread; no margin of error is given${of(periods)}.`,
    'few-accounts': () => 'There are fewer than 10 accounts: intervals that keep accounts together are rough.',
    'single-unit-stratum': () => 'A stratum holds one account only; it is centred on the mean of all.',
    'weights-unequal': () => 'The weights differ so much that far fewer answers count than were given.',
    'population-below-sample': () => 'A stratum holds more accounts than its population was said to have.',
    'rows-dropped': ({ count }) =>
      `${counted(count, 'row could not enter the computation and was', 'rows could not enter the computation and were')} left out.`,
    'unpaired-dropped': ({ count }) =>
      `${counted(count, 'answer has no partner and was', 'answers have no partner and were')} left out.`,
    'normal-approximation': () => 'A large-sample law was used where the exact one would take too long.',
    'metric-assumed': ({ value }) =>
      `The metric was inferred from the answers${value ? ` (${value})` : ''}, not given. Correct it if it is another.`,
    'scale-assumed': ({ value }) =>
      `The ends of the scale were inferred from the answers${value ? ` (${value})` : ''}, not given.`,
    'scale-doubtful': ({ value }) =>
      `No answer is above 5: the question may have been asked on a scale of ${value}. If so, choose “Mean score” and that scale (--metric mean --scale ${value}).`,
    'date-column-start-time': ({ value }) =>
      `Only the time of starting or sending was found${value ? ` (${value})` : ''}, not of answering.`,
    'partials-used': ({ count }) =>
      `${counted(count, 'unfinished answer has a score and was', 'unfinished answers have a score and were')} used.`,
    'partial-period': ({ periods }) => `The first or last period is not whole${of(periods)}.`,
    gap: ({ periods }) =>
      `Periods without answers lie between others${of(periods)}; the next filled one is compared with the last filled one.`,
    'definition-change': ({ periods }) =>
      `The wording or the scale changed${of(periods)}, so the periods before and after are not strictly the same question.`,
    'clusters-unknown': () => 'Answers of one account were taken as independent: no account column was found.',
    'levels-mixed': () => 'Encounter and relationship answers stand in one series; they measure different things.',
    'few-periods': () => 'With fewer than 3 filled periods no change of level can be located.',
    'anonymised-dates': ({ count }) =>
      `${counted(count, 'answer carries', 'answers carry')} the date 1 January 1980, which marks anonymised dates, and ${count === '1' ? 'was' : 'were'} left out.`,
    'design-effect': ({ value }) =>
      `Answers of one account are alike: n is divided by the design effect, ${value}, wherever an interval or a test is computed.`,
    'running-period': ({ periods }) =>
      `${periods} still runs. Its verdict holds for one look; whoever looks every day will see changes that are none.`,
    'scales-differ': ({ count, value }) =>
      `Questions of this metric are asked on several scales. Only answers on ${value} count here; ${count} are left out.`,
    'excel-damage': ({ count }) =>
      `${counted(count, 'value looks', 'values look')} damaged by a spreadsheet (such as 1.2E+11). Export again without opening the file.`,
  },
  oneAccount: (periods) =>
    `All answers come from one account${of(periods)}, so nothing shows how far accounts differ; no margin of error is given.`,
  rejected: {
    'empty-score': () => 'No score',
    'outside-scale': (min, max) => `Score outside ${min} to ${max}`,
    'unreadable-score': () => 'Score cannot be read',
    'unreadable-date': () => 'Date cannot be read',
    'missing-code': () => 'Code for a missing answer',
    preview: () => 'Preview answer',
    duplicate: () => 'Same response id twice',
  },
  error: {
    ...enDrivers.error,
    ...pathModelDoubts.en.error,
    CND_ARGUMENT: { happened: 'A value was given that the computation cannot use.', remedy: 'Correct the value.' },
    CND_SAMPLE_TOO_SMALL: {
      happened: 'There are too few answers for this question.',
      remedy: 'Collect more answers, or choose a longer period.',
    },
    CND_NO_VARIANCE: {
      happened: 'All answers are equal, so this question has no answer from them.',
      remedy: 'Collect more answers, or check that the right column was read.',
    },
    CND_NOT_CONVERGED: {
      happened: 'The computation found no stable answer.',
      remedy: 'Check the margins or the starting values; they may contradict each other.',
    },
    CND_WEIGHTS: {
      happened: 'The weights cannot be used.',
      remedy: 'Use weights that are finite, not negative and not all zero.',
    },
    CND_MARGINS: {
      happened: 'The totals do not fit the columns.',
      remedy: 'Give a total for every value, and totals that agree between columns.',
    },
    CND_METRIC_UNKNOWN: { happened: 'There is no such metric.', remedy: 'Choose one of the metrics listed.' },
    CND_METRIC_SCALE: {
      happened: 'The metric and the scale do not belong together.',
      remedy: 'Choose “Mean satisfaction” or “Mean score”, or correct the scale.',
      terminal: 'Choose csat-mean or mean with --metric, or correct --scale.',
    },
    CND_FILE_NOT_FOUND: { happened: 'There is no such file.', remedy: 'Check the path of the file.' },
    CND_FILE_UNREADABLE: {
      happened: 'The file cannot be read.',
      remedy: 'Check that the file is complete and not protected by a password, and try again.',
    },
    CND_FILE_EMPTY: { happened: 'The file holds no rows.', remedy: 'Export the answers again and drop the new file.' },
    CND_FILE_NOT_A_TABLE: {
      happened: 'This is not a table that can be read.',
      remedy: 'Export the answers as CSV, TSV or XLSX.',
    },
    CND_FILE_TOO_LARGE: { happened: 'The file is too large.', remedy: 'Split the file, or export fewer columns.' },
    CND_CELL_TOO_LARGE: {
      happened: 'One cell is far too large.',
      remedy: 'Look for a quotation mark that is never closed, near the line named.',
    },
    CND_TOO_MANY_COLUMNS: {
      happened: 'The file has too many columns.',
      remedy: 'Export only the columns you need: the score, the date and, if you have it, the account.',
    },
    CND_SHEET_UNKNOWN: {
      happened: 'The workbook has no such sheet.',
      remedy: 'Choose one of the sheets listed.',
      terminal: 'Name one of the sheets listed with --sheet.',
    },
    CND_NO_SHEETS: {
      happened: 'A text file has no sheets.',
      remedy: 'Leave the name of the sheet out.',
      terminal: 'Leave out --sheet.',
    },
    CND_COLUMN_UNKNOWN: { happened: 'There is no such column.', remedy: 'Choose one of the columns listed.' },
    CND_COLUMN_AMBIGUOUS: {
      happened: 'Several columns have this name.',
      remedy: 'Give the column its number as well, as in “Score#2”.',
    },
    CND_NO_SCORE_COLUMN: {
      happened: 'No column with a score was found.',
      remedy: 'Choose the column that holds the score.',
      terminal: 'Name the column that holds the score with --score, in an import under "scores" of the --mapping.',
    },
    CND_NO_DATE_COLUMN: {
      happened: 'No column with the date of the answer was found.',
      remedy: 'Choose the column that holds the date.',
      terminal:
        'Name the column that holds the date of the answer with --date, in an import under "columns" of the --mapping.',
    },
    CND_DATE_AMBIGUOUS: {
      happened: 'The dates can be read with the day first or with the month first, and both fit the whole column.',
      remedy: 'Choose the order in which the dates are written.',
      terminal:
        'Say how the dates are written with --date-order dmy, mdy or ymd, in an import with "dateOrder" in the --mapping.',
    },
    CND_SEVERAL_SURVEYS: {
      happened: 'The file holds more than one survey. Pooling them would mix different questions.',
      remedy: 'Keep one of them: choose a column and its value.',
      terminal: 'Choose one with --where COL=VALUE.',
    },
    CND_NO_ROWS_LEFT: {
      happened: 'No row has this value.',
      remedy: 'Choose a value that the column has, or keep all rows.',
      terminal: 'Give --where a value that the column has, or leave --where out.',
    },
    CND_ALL_ROWS_REJECTED: {
      happened: 'No row could be used.',
      remedy: 'Look at the reasons listed, and choose the right columns or the right scale.',
    },
    CND_SCALES_MIXED: {
      happened: 'The answers come from more than one scale.',
      remedy: 'Choose the scale, or keep one part of the file by a column and its value.',
      terminal: 'Give the scale with --scale MIN-MAX, or keep one part with --where COL=VALUE.',
    },
    CND_PROGRAMME_STATE: {
      happened: 'A programme cannot be started yet, or has ended.',
      remedy: 'Publish its survey and give it rules before it starts; one that has ended stays ended.',
    },
    CND_WAVE_STATE: {
      happened: 'A wave cannot be made now: another one of the programme is open, or its days cannot be.',
      remedy: 'Close the wave that is open first, or wait for its closing day; give a closing day after the opening.',
    },
    CND_DRAW_STATE: {
      happened:
        'The draw cannot be made or run: the programme has no incentive, nobody takes part, or it was run already.',
      remedy: 'Make a draw for a programme with an incentive that somebody answered, and run each draw once.',
    },
    CND_PROGRAMME_RULES: {
      happened: 'The rules of the programme cannot be used as they are.',
      remedy: 'Correct the field that is named.',
    },
    CND_IMPORT_MAPPING: {
      happened: 'The columns of the file are not matched in a way that can be used.',
      remedy: 'Correct the part that is named.',
    },
    CND_IMPORT_LEVEL: {
      happened: 'The survey is of the other level, and the two are never pooled.',
      remedy: 'Give the file another survey.',
    },
    CND_IMPORT_KNOWN: {
      happened: 'This file is imported already.',
      remedy: 'Undo that import first, if the file is to be read in another way.',
    },
    CND_IMPORT_STATE: {
      happened: 'This import cannot be undone now.',
      remedy: 'Look at the list of imports: only one that is done can be undone.',
    },
    CND_IMPORT_STOPPED: {
      happened: 'The import stopped before its end. Nothing of it was kept.',
      remedy: 'Import the file again.',
    },
    CND_ADDRESS: {
      happened: 'This e-mail address cannot be sent to.',
      remedy: 'Correct the address. Nothing was sent.',
    },
    CND_MAIL_HEADER: {
      happened: 'A name, subject or other header of the mail holds a line break or control character, or is too long.',
      remedy: 'Correct the field that is named. Nothing was sent.',
    },
    CND_MAIL_KEY: {
      happened: 'The DKIM key cannot sign.',
      remedy: 'Give a private RSA key in PEM form. Until then mail waits.',
    },
    CND_SMS: {
      happened: 'The SMS has no usable number, sender or text.',
      remedy: 'Correct the part that is named. Nothing was sent.',
    },
    CND_SPEC: { happened: 'The specification cannot be used.', remedy: 'Correct it as the message says.' },
    CND_GROUP_UNKNOWN: { happened: 'There is no such group.', remedy: 'Name two of the groups listed.' },
    CND_TIME_ZONE: {
      happened: 'There is no such time zone.',
      remedy: 'Use a name of the IANA time zone database, for example Europe/Helsinki.',
    },
    CND_TOO_MANY_PERIODS: {
      happened: 'The dates span far more periods than a programme can have.',
      remedy: 'Check the dates for a wrong year, or choose a longer period.',
      terminal: 'Check the dates for a wrong year, or choose a longer period with --period quarter.',
    },
    CND_AUDIT_SLOW: {
      happened: 'The programme audit took too long.',
      remedy: 'Choose a shorter time or a longer period, or try again in a while.',
    },
    CND_NO_ANSWERS: {
      happened: 'No answers stand behind this view, or too few to be shown.',
      remedy: 'Take another level, metric or a longer time, or import answers first.',
    },
    CND_METRIC_DEFINITION: {
      happened: 'The definition of the metric holds a part that could not be computed.',
      remedy: 'Correct the part that is named: scale, boxes, direction, questions or the first day.',
    },
    CND_VIEW: {
      happened: 'An address or filter of this page holds a part that cannot be.',
      remedy: 'Correct the part that is named, or leave it out.',
    },
    CND_POPULATION: {
      happened: 'The population is smaller than the number of answers seen.',
      remedy: 'Give a population at least as large as the number of answers or accounts.',
    },
    CND_SIGN_IN: { happened: 'You are not signed in, or your session is over.', remedy: 'Sign in.' },
    CND_SIGN_IN_WRONG: {
      happened: 'E-mail or password is wrong.',
      remedy: 'Check both. If the password is lost, ask an owner for a new invitation.',
    },
    CND_SIGN_IN_LIMIT: {
      happened: 'There were too many attempts to sign in.',
      remedy: 'Wait 15 minutes, then try again.',
    },
    CND_FORBIDDEN: { happened: 'Your role does not include this.', remedy: 'Ask an owner of the workspace.' },
    CND_NOT_FOUND: { happened: 'This is not here.', remedy: 'Check the address; perhaps it was removed.' },
    CND_TAKEN: { happened: 'This name or address is in use already.', remedy: 'Choose another one.' },
    CND_REPEAT_OTHER: {
      happened: 'The same key was sent before with another request.',
      remedy: 'Send the same request again, or another one with a key of its own.',
    },
    CND_REPEAT_RUNNING: {
      happened: 'The same request is under way.',
      remedy: 'Wait a moment and send it again.',
    },
    CND_WEBHOOK: {
      happened: 'A webhook cannot be like this.',
      remedy: 'Correct the field that is named.',
    },
    CND_INVITATION: {
      happened: 'This invitation is unknown, used, withdrawn or expired.',
      remedy: 'Ask an owner of the workspace for a new one.',
    },
    CND_PASSWORD: {
      happened: 'This password is too short, too long or too easy to guess.',
      remedy: 'Choose a longer one: several words that do not belong together.',
    },
    CND_LAST_OWNER: {
      happened: 'A workspace keeps at least one owner.',
      remedy: 'Make another member an owner first.',
    },
    CND_IN_USE: {
      happened: 'Stored data were written by this setting, so it cannot change any more.',
      remedy: 'Keep it, or set up another workspace.',
    },
    CND_RESPONSE: {
      happened: 'The response does not fit its survey, or names something unknown.',
      remedy: 'Correct the field that is named.',
    },
    CND_REQUEST: { happened: 'A field is missing or cannot be used.', remedy: 'Correct the field that is named.' },
    CND_REQUEST_TOO_LARGE: { happened: 'That is more than is taken at once.', remedy: 'Send less at once.' },
    CND_SURVEY: {
      happened: 'This is not the form of a questionnaire.',
      remedy: 'Correct the field that is named; the guide to surveys lists them all.',
    },
    CND_SURVEY_CONFLICT: {
      happened: 'Somebody else has saved this draft meanwhile.',
      remedy: 'Read the draft again. Nothing of the other one was overwritten.',
    },
    CND_SURVEY_PROBLEMS: {
      happened: 'The survey cannot be published yet.',
      remedy: 'Mend what is listed beside the questions, then publish.',
    },
    CND_SURVEY_IMPORTED: {
      happened: 'This survey was brought by imports.',
      remedy: 'Make a new survey: this one has no page that could be edited.',
    },
    CND_EVENT: {
      happened: 'An event that was sent cannot be used.',
      remedy: 'Correct the field that is named.',
    },
    CND_EVENT_MAPPING: {
      happened: 'The mapping of events is wrong or incomplete.',
      remedy: 'Mend the field of the mapping that is named.',
    },
    CND_EVENTS_BUSY: {
      happened: 'More events wait than can be held.',
      remedy: 'Send them again in a moment: none of them was kept.',
    },
    CND_EVENTS_LIMIT: {
      happened: 'This key sends more events than it may.',
      remedy: 'Send them again after the seconds of Retry-After, or more of them in one batch.',
    },
    CND_MESSAGE_STATE: {
      happened: 'The message is no longer uncertain, or its person is no longer asked.',
      remedy: 'Read the list again.',
    },
    CND_SURVEY_IN_USE: {
      happened: 'This survey was answered or is asked by a programme.',
      remedy: 'Archive it instead, or end the programmes that ask it first.',
    },
    CND_SOURCE: {
      happened: 'A setting of the source cannot be used.',
      remedy: 'Correct the setting that is named.',
    },
    CND_SOURCE_AWAY: {
      happened: 'The source cannot be reached or read.',
      remedy: 'Check that it can be reached; it is read again by itself.',
    },
    CND_USAGE: { happened: 'The command was not understood.', remedy: 'Run the command with --help.' },
    CND_EXPORT_TOO_LARGE: {
      happened: 'This format cannot hold so many answers.',
      remedy: 'Choose CSV, JSONL or Parquet, or fewer answers.',
    },
    CND_EXCHANGE_FILE: {
      happened: 'This is no whole, unchanged file of Candor.',
      remedy: 'Use another copy of the backup or of the workspace file.',
    },
    CND_EXCHANGE_NEWER: {
      happened: 'A newer Candor wrote this file.',
      remedy: 'Update Candor, then take the file in.',
    },
    CND_STORE_NOT_EMPTY: {
      happened: 'A backup is restored into an empty store only.',
      remedy: 'Set CANDOR_HOME to a new folder or DATABASE_URL to an empty database.',
    },
    CND_WORKSPACE_TAKEN: {
      happened: 'The store has this workspace, or one of this short name.',
      remedy: 'Choose another short name, or another store.',
      terminal: 'Give another short name with --slug, or use another store.',
    },
    CND_SERVER: {
      happened: 'The server cannot be reached or refused what was sent.',
      remedy: 'Check the address, the key and the workspace; what was accepted is not counted twice.',
    },
    CND_OUTPUT: { happened: 'The result cannot be written there.', remedy: 'Choose a file that can be written.' },
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
  },
  detail: { columns: 'Columns', choices: 'To choose from', line: 'Line', column: 'Column', value: 'Value' },
  errorTitle: 'This file could not be audited',
  errorKept: 'Nothing was lost: your file is unchanged and stays chosen here, and nothing of it was stored.',
  errorCode: (code) => `Code ${code}`,
  unknownError: {
    happened: 'The server answered in a way that was not understood.',
    remedy: 'Try again. If it happens again, look at the log of the server.',
  },
  networkError: {
    happened: 'The server could not be reached.',
    remedy: 'Check that Candor is still running on this address, and try again.',
  },
  because: {
    flag: 'you said so',
    'column-name': 'its name or question says so',
    'survey-type': 'the column of survey types says so',
    'nps-group-column': 'a column of promoters, passives and detractors stands beside it',
    'generic-name': 'it is called a score',
    'value-shape': 'its values look like it',
    'only-candidate': 'no other column could be it',
    'equal-columns': 'the columns of this name hold the same answers; the first is read',
    'scale-0-10': 'the answers lie from 0 to 10, and nothing else tells',
    'scale-1-5': 'the answers lie from 1 to 5, and nothing else tells',
    'scale-1-7': 'the answers lie from 1 to 7, and nothing else tells',
    'scale-other': 'the answers lie on no usual scale, and nothing else tells',
    'metric-definition': 'the metric has this scale by definition',
    'values-seen': 'the smallest usual scale that holds the answers',
    'preferred-name': 'its name is the nearest to “answered”',
    'start-time-only': 'only a time of starting or sending was found',
    'unambiguous-day': 'a day above 12 settles the order',
    'utc-in-header': 'the header says UTC',
    default: 'none was given',
    'known-columns': 'the columns are those of its export',
    'header-rows': 'there is more than one header row',
    'title-rows': 'the lines above the header are a title',
    'byte-order': 'so the bytes are written',
    'column-count': 'it cuts the rows most evenly',
    'sep-line': 'the file says so in its first line',
    'single-column': 'there is one column only',
    'first-sheet': 'the first visible sheet with rows',
    'comma-numbers': 'the scores have a decimal comma',
    filtered: 'the other rows were left out',
  },
};
