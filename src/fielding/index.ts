/** Whom to ask, when and by which channel, decided by facts alone: no clock, no chance, no store. */
export { sampleOf, variantOf, type WeightedVariant } from './chance.ts';
export { type ChannelRefusal, channelObstacle } from './channel-choice.ts';
export { type Condition, conditionHolds } from './condition.ts';
export {
  askedLately,
  askedLatelyForMetric,
  earlierAnswer,
  loadSpent,
  type Obstacle,
  openInvitation,
  personsAskedInQuarter,
} from './contact-rule.ts';
export { decide } from './decide.ts';
export type { Allowed, Decision, DecisionInput, Refused } from './decision.ts';
export { decisionSentence, refusalSentence, type SentenceOptions, type ToldDecision } from './decision-sentence.ts';
export {
  type CompletenessRule,
  type Disposition,
  type DispositionGroup,
  dispositionCodes,
  dispositionOf,
  dispositions,
  type InvitationFacts,
  usualCompleteness,
} from './disposition.ts';
export { dispositionWords } from './disposition-words.ts';
export { commitDraw, type DrawCommitment, drawWinners } from './draw.ts';
export { explain, type RuleOutcome } from './explain.ts';
export {
  type AccountFacts,
  type AskedAbout,
  type AttributeValue,
  addressedChannels,
  type Channel,
  type ChannelStanding,
  type ContactFacts,
  channels,
  decidingRoles,
  type EncounterFacts,
  type InvitationState,
  invitationStates,
  type LegalBasis,
  legalBases,
  type PastInvitation,
  type ProgrammeFacts,
  type RespondentRole,
  respondentRoles,
  type SurveyFacts,
  type WaveMemberFacts,
} from './facts.ts';
export { type JudgedVariant, judgeVariants, type VariantResult } from './judge-variants.ts';
export { languageFor } from './language-choice.ts';
export { parseProgrammeRules } from './parse-rules.ts';
export {
  compareGroups,
  type GroupedAnswer,
  type PersuadedAnswer,
  type PersuasionEffect,
  type PersuasionGroup,
  persuasionEffect,
  type ScoredGroup,
} from './persuasion-effect.ts';
export {
  type GivenProgrammeRules,
  type ProgrammeRules,
  programmeRules,
  type RelationshipRules,
  type SamplingDimension,
  type WaveRules,
} from './programme-rules.ts';
export { type ProgrammeTemplate, programmeTemplates } from './programme-templates.ts';
export { type QuotaCell, quotaCells } from './quota.ts';
export { type RefusalDetail, type RefusalReason, refusalReasons } from './refusal.ts';
export { refusalWords, type WordLanguage } from './refusal-words.ts';
export {
  type InvitationEvent,
  type InvitationMessage,
  type RemindedInvitation,
  type ReminderDecision,
  type ReminderStep,
  reminderDue,
  reminderPlan,
  type StopReason,
  stopReasons,
} from './reminder.ts';
export {
  type AskedGroup,
  type RespondingGroup,
  type ResponseEvenness,
  responseEvenness,
} from './response-evenness.ts';
export {
  countDispositions,
  type DispositionCounts,
  groupCounts,
  type ResponseRates,
  responseRates,
} from './response-rates.ts';
export { type RulesProblem, rulesProblems, rulesProblemText } from './rules-problem.ts';
export {
  type RuleNames,
  type RulesPart,
  type RulesSummary,
  rulesParts,
  rulesSummary,
  rulesWords,
} from './rules-summary.ts';
export { type SendHours, type SendTime, type SendTimeOptions, sendTime } from './send-time.ts';
export type { ChosenPerson, WavePerson } from './wave-persons.ts';
export {
  type ExpectedCoverage,
  type LeftOut,
  type WaveAccount,
  type WaveGoal,
  type WaveMember,
  type WaveReason,
  type WaveSample,
  waveReasons,
  waveSample,
} from './wave-sample.ts';
