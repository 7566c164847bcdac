import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import {
  type ProgrammeRules,
  parseProgrammeRules,
  type RulesSummary,
  rulesProblemText,
  rulesSummary,
} from '../../fielding/index.ts';
import { toldOf } from '../api/request.ts';
import { useLanguage } from '../language.tsx';
import type { Json, JsonObject } from './asking-api.ts';
import { useTouchpoints } from './asking-queries.ts';
import { pathOf, valueAt, withValue } from './rules-draft.ts';

interface RulesFault {
  readonly field: string;
  readonly text: string;
}

/** The rules while they are edited, with what they mean or the one thing that is wrong with them. */
export interface EditedRules {
  readonly rules: JsonObject;
  readonly parsed?: ProgrammeRules;
  readonly summary?: RulesSummary;
  readonly fault?: RulesFault;
  readonly read: (field: string) => Json | undefined;
  readonly write: (field: string, value: Json | undefined) => void;
  /** What is wrong at this field or inside it. */
  readonly faultAt: (field: string) => string | undefined;
}

const Edited = createContext<EditedRules | undefined>(undefined);

export function useRules(): EditedRules {
  const edited = useContext(Edited);
  if (!edited) throw new Error('a field of the rules stands outside of their editor');
  return edited;
}

export const RulesProvider = (props: { readonly value: EditedRules; readonly children: ReactNode }) => (
  <Edited value={props.value}>{props.children}</Edited>
);

/** The draft of the rules; judged by the very function that the server judges with, at every change. */
export function useRulesDraft(stored: JsonObject, refused: unknown): EditedRules & { readonly isChanged: boolean } {
  const { language } = useLanguage();
  const { nameOf } = useTouchpoints();
  const [rules, setRules] = useState(stored);
  /** The rules that the server refused: what was typed since is judged anew. */
  const [refusedRules, setRefusedRules] = useState<{ readonly error: unknown; readonly rules: JsonObject }>();
  if (refused && refusedRules?.error !== refused) setRefusedRules({ error: refused, rules });
  const judged = useMemo(() => {
    try {
      return { parsed: parseProgrammeRules(rules) };
    } catch (error) {
      const { message, details } = error as { message: string; details?: RulesDetails };
      return { refusal: { message, details } };
    }
  }, [rules]);
  const told = refused && refusedRules?.rules === rules ? toldOf(refused) : undefined;
  const ofServer = told?.code === 'CND_PROGRAMME_RULES' ? told : undefined;
  const wrong = judged.refusal ?? ofServer;
  const fault = wrong && {
    field: String(wrong.details?.field ?? ''),
    text: rulesProblemText(wrong.details ?? {}, language) ?? wrong.message,
  };
  return {
    rules,
    // As parsed: the store keeps keys in an order of its own, and defaults that were left out are the same rules.
    isChanged: judged.parsed === undefined || JSON.stringify(judged.parsed) !== parsedText(stored),
    ...(judged.parsed && {
      parsed: judged.parsed,
      summary: rulesSummary(judged.parsed, language, { touchpoint: nameOf }),
    }),
    ...(fault && { fault }),
    read: (field) => valueAt(rules, pathOf(field)),
    write: (field, value) => setRules((before) => withValue(before, pathOf(field), value)),
    faultAt: (field) =>
      fault && (fault.field === field || fault.field.startsWith(`${field}.`)) ? fault.text : undefined,
  };
}

function parsedText(rules: JsonObject): string | undefined {
  try {
    return JSON.stringify(parseProgrammeRules(rules));
  } catch {
    return undefined;
  }
}

type RulesDetails = { readonly field?: unknown; readonly problem?: unknown; readonly limit?: unknown };
