export type SourceKind = 'folder' | 'sftp' | 'postgresql';

/** The words of the part about events. */
export interface EventsWords {
  title: string;
  question: string;
  lead: string;
  lastTitle: string;
  lastLead: string;
  none: string;
  noneOfState: string;
  filter: string;
  all: string;
  waiting: (count: string) => string;
  head: Readonly<Record<'event' | 'when' | 'became', string>>;
  state: Readonly<Record<'waiting' | 'done' | 'refused', string>>;
  encounter: (key: string) => string;
  ignored: string;
  data: string;
  /** By the code of the refusal. */
  reason: Readonly<Record<string, string>>;
  field: (field: string) => string;
  replay: (count: string, reason: string) => string;
  replayed: (count: string) => string;
  more: string;
  testTitle: string;
  testLead: string;
  testTouchpoint: string;
  testEmail: string;
  testEmailHint: string;
  testSend: string;
  testSent: string;
  testKnown: string;
  noTouchpoint: string;
  curl: string;
  keyHint: string;
  keyLink: string;
  mapTitle: string;
  mapLead: string;
  mapNone: string;
  unknownTitle: string;
  unknownOne: (name: string, count: string) => string;
  means: string;
  meansName: (name: string) => string;
  take: string;
  takeName: (name: string) => string;
  makeNew: string;
  makeNewName: (name: string) => string;
  rule: (type: string) => string;
  addRule: string;
  type: string;
  typeHint: string;
  fromSource: string;
  ignore: string;
  usual: string;
  happened: string;
  happening: Readonly<Record<'closed' | 'opened' | 'reopened' | 'withdrawn', string>>;
  byConvention: string;
  fields: string;
  fieldsHint: string;
  fieldName: Readonly<Record<string, string>>;
  removeRule: string;
  removeRuleName: (type: string) => string;
  save: string;
  saved: string;
  unsaved: string;
  trialTitle: string;
  trialLead: string;
  trialNone: string;
  tells: Readonly<Record<'told' | 'ignored' | 'refused', string>>;
  isNew: string;
  isUnknown: string;
  sourcesTitle: string;
  sourcesLead: string;
  sourcesNone: string;
  kind: Readonly<Record<SourceKind, string>>;
  running: string;
  paused: string;
  readAt: (when: string) => string;
  neverRead: string;
  readTo: (text: string) => string;
  files: (count: number, bad: number) => string;
  pause: string;
  run: string;
  readNow: string;
  change: string;
  remove: string;
  stepName: (step: string, key: string) => string;
  removeSure: string;
  asked: string;
  showFiles: string;
  fileRows: (taken: string, read: string) => string;
  line: (line: number) => string;
  addSource: string;
  key: string;
  keyOfSource: string;
  kindLabel: string;
  setting: Readonly<
    Record<
      | 'folder'
      | 'host'
      | 'port'
      | 'user'
      | 'hostKey'
      | 'database'
      | 'table'
      | 'updatedAt'
      | 'id'
      | 'tls'
      | 'everySeconds'
      | 'password'
      | 'privateKey'
      | 'passphrase'
      | 'touchpoint'
      | 'mapping',
      string
    >
  >;
  settingHint: Readonly<Record<'folder' | 'hostKey' | 'secretKept' | 'mapping' | 'touchpoint', string>>;
  tls: Readonly<Record<'verified' | 'on' | 'off', string>>;
  mappingWrong: string;
  test: string;
  tested: (events: number, problems: number) => string;
  testedEmpty: string;
  testedFiles: (names: string) => string;
  add: string;
  keep: string;
  cancel: string;
}
