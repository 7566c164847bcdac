import { z } from '@hono/zod-openapi';
import { lintRules } from '../../survey/index.ts';
import { instantOrNull } from '../route.ts';
import { level, metricId } from './figures.ts';

/** A questionnaire is plain JSON whose form docs/guides/surveys.md tells; the document does not tell it again. */
export const questionnaireJson = z.looseObject({});

const versionState = z.enum(['draft', 'in-field', 'retired']);
const survey = { id: z.string(), key: z.string(), name: z.string(), level };

export const surveyListReply = z.object({
  surveys: z.array(
    z.object({
      ...survey,
      isBuilt: z.boolean(),
      archivedAt: instantOrNull,
      versions: z.array(
        z.object({
          number: z.number().int(),
          state: versionState,
          publishedAt: instantOrNull,
          retiredAt: instantOrNull,
          questions: z.number().int(),
          answers: z.number().int(),
        }),
      ),
      programmes: z.array(z.string()),
    }),
  ),
});

const pathCost = z.object({ seconds: z.number(), questions: z.number().int() });

export const surveyVerdict = z
  .object({
    problems: z.array(
      z.object({
        path: z.string(),
        code: z.string(),
        message: z.string(),
        question: z.string().optional(),
        language: z.string().optional(),
      }),
    ),
    lint: z.array(
      z.object({
        rule: z.enum(lintRules),
        severity: z.enum(['refused', 'warn']),
        question: z.string().optional(),
        language: z.string().optional(),
        why: z.string(),
        better: z.string(),
      }),
    ),
    length: z.object({ longest: pathCost, typical: pathCost, isExact: z.boolean() }),
    contrast: z.array(
      z.object({
        pair: z.enum(['ink-on-ground', 'accent-on-ground', 'label-on-accent']),
        ratio: z.number(),
        needed: z.number(),
        message: z.string(),
      }),
    ),
  })
  .openapi('SurveyVerdict');

export const editedSurveyReply = z.object({
  ...survey,
  draft: z.object({ content: questionnaireJson, revision: z.number().int(), changedAt: instantOrNull }),
  inField: z.object({ number: z.number().int(), content: questionnaireJson }).optional(),
  verdict: surveyVerdict,
});

export const savedSurveyReply = z.object({ revision: z.number().int(), verdict: surveyVerdict });

export const comparisonReply = z.object({
  changes: z.array(
    z.object({
      question: z.string(),
      is: z.enum(['added', 'removed', 'changed']),
      changed: z.array(z.enum(['text', 'scale', 'metric', 'kind', 'place'])),
    }),
  ),
});

export const libraryReply = z.object({
  questions: z.array(
    z.object({
      id: z.string(),
      touchpoint: z.string(),
      part: z.enum(['metric', 'driver', 'open']),
      channels: z.array(z.string()),
      roles: z.array(z.string()),
      metric: metricId.optional(),
      reason: z.string(),
      seconds: z.number(),
      question: z.looseObject({}),
    }),
  ),
});
