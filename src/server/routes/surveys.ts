import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import {
  archiveSurvey,
  compareVersions,
  deleteSurvey,
  judgeSurvey,
  listSurveys,
  makeSurvey,
  publishSurvey,
  readEditedSurvey,
  renameSurvey,
  saveDraft,
} from '../../collect/index.ts';
import { type AuditAction, recordEvent } from '../../people/index.ts';
import type { WorkspaceTransaction } from '../../store/index.ts';
import { parseQuestionnaire, respondentLanguages, touchpointTypes } from '../../survey/index.ts';
import type { RouteEnv } from '../context.ts';
import { firstContent } from '../first-content.ts';
import { inWorkspace } from '../guard.ts';
import {
  comparisonReply,
  editedSurveyReply,
  questionnaireJson,
  savedSurveyReply,
  surveyListReply,
  surveyVerdict,
} from '../reply-schemas/surveys.ts';
import { given, jsonBody, newRoutes, noQuery, reply, textLine, workspaceParams } from '../route.ts';

const surveyParams = z.object({ workspace: z.string(), survey: z.uuid() });
/** In which language the findings of the lint are worded. */
const inWords = z.strictObject({ language: z.enum(['en', 'fi', 'sv']).optional() });
const revision = z.number().int().min(0);

const list = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/surveys',
  summary: 'The surveys with their versions and the programmes that ask them',
  ...inWorkspace('view-figures'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The surveys', surveyListReply) },
});

const make = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/surveys',
  summary: 'Make a survey: a ready one for a touchpoint, one of questions of the library, or one without a question',
  ...inWorkspace('manage-surveys'),
  request: {
    params: workspaceParams,
    query: noQuery,
    body: jsonBody(
      z.strictObject({
        name: textLine(120),
        level: z.enum(['encounter', 'relationship']),
        languages: z.array(z.enum(respondentLanguages)).min(1).max(respondentLanguages.length),
        touchpoint: z.enum(touchpointTypes).optional(),
        questions: z.array(z.string().max(64)).max(60).optional(),
      }),
    ),
  },
  responses: { 201: reply('Its id', z.object({ id: z.string() })) },
});

const read = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/surveys/{survey}',
  summary: 'A survey as it is edited: its draft, how that stands, and the version in the field',
  ...inWorkspace('manage-surveys'),
  request: { params: surveyParams, query: inWords },
  responses: { 200: reply('The survey', editedSurveyReply) },
});

const save = createRoute({
  method: 'patch',
  path: '/workspaces/{workspace}/surveys/{survey}',
  summary: 'Save the draft, also with problems, which are told; not over a saving that was not seen',
  ...inWorkspace('manage-surveys'),
  request: {
    params: surveyParams,
    query: inWords,
    body: jsonBody(z.strictObject({ revision, content: questionnaireJson, name: textLine(120).optional() })),
  },
  responses: { 200: reply('The saving', savedSurveyReply) },
});

const publish = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/surveys/{survey}/publish',
  summary: 'Put the draft into the field; refused while something stands in the way',
  ...inWorkspace('manage-surveys'),
  request: {
    params: surveyParams,
    query: noQuery,
    body: jsonBody(z.strictObject({ revision, acceptsBreak: z.boolean().default(false) })),
  },
  responses: { 200: reply('The number of the version', z.object({ number: z.number().int() })) },
});

const compare = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/surveys/{survey}/changes',
  summary: 'What differs between two published versions of a survey',
  ...inWorkspace('view-figures'),
  request: {
    params: surveyParams,
    query: z.strictObject({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
  },
  responses: { 200: reply('The changes, by question', comparisonReply) },
});

const rename = createRoute({
  method: 'put',
  path: '/workspaces/{workspace}/surveys/{survey}/name',
  summary: 'Give the survey another name; its key stays',
  ...inWorkspace('manage-surveys'),
  request: { params: surveyParams, query: noQuery, body: jsonBody(z.strictObject({ name: textLine(120) })) },
  responses: { 204: { description: 'Done' } },
});

const archive = createRoute({
  method: 'put',
  path: '/workspaces/{workspace}/surveys/{survey}/archived',
  summary: 'Put the survey aside, or take it back; refused while a programme asks it',
  ...inWorkspace('manage-surveys'),
  request: { params: surveyParams, query: noQuery, body: jsonBody(z.strictObject({ archived: z.boolean() })) },
  responses: { 204: { description: 'Done' } },
});

const remove = createRoute({
  method: 'delete',
  path: '/workspaces/{workspace}/surveys/{survey}',
  summary: 'Delete a survey that nobody was asked and that no programme names',
  ...inWorkspace('manage-surveys'),
  request: { params: surveyParams, query: noQuery },
  responses: { 204: { description: 'Done' } },
});

const check = createRoute({
  method: 'post',
  path: '/workspaces/{workspace}/survey-check',
  summary: 'How a questionnaire stands, without keeping it: problems, lint, length and contrast',
  ...inWorkspace('manage-surveys'),
  request: {
    params: workspaceParams,
    query: inWords,
    body: jsonBody(z.strictObject({ level: z.enum(['encounter', 'relationship']), content: questionnaireJson })),
  },
  responses: { 200: reply('The verdict', surveyVerdict) },
});

export function surveyRoutes() {
  const routes = newRoutes();
  routes.openapi(check, async (c) => {
    const { language: words } = c.req.valid('query');
    const { level, content } = c.req.valid('json');
    const verdict = judgeSurvey(parseQuestionnaire(content), { level, ...given({ words }) });
    return c.json(surveyVerdict.parse(verdict), 200);
  });
  routes.openapi(list, async (c) => {
    const surveys = await c.var.context.store.inSnapshot(c.var.access.workspace.id, listSurveys);
    return c.json(surveyListReply.parse({ surveys }), 200);
  });
  routes.openapi(make, async (c) => {
    const { store, clock } = c.var.context;
    const { name, level, ...from } = c.req.valid('json');
    const content = firstContent({ name, ...given(from) });
    const id = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const now = clock();
      const made = await makeSurvey(transaction, { name, level, content, now });
      const event = { action: 'make-survey', subjectKind: 'survey', subjectId: made, at: now } as const;
      await recordEvent(transaction, c.var.principal, event);
      return made;
    });
    return c.json({ id }, 201);
  });
  routes.openapi(read, async (c) => {
    const { survey } = c.req.valid('param');
    const { language: words } = c.req.valid('query');
    const edited = await c.var.context.store.inSnapshot(c.var.access.workspace.id, (transaction) =>
      readEditedSurvey(transaction, survey),
    );
    const { draft, inField, level } = edited;
    const verdict = judgeSurvey(draft.content, { level, inField: inField?.content, ...given({ words }) });
    return c.json(editedSurveyReply.parse({ ...edited, verdict }), 200);
  });
  routes.openapi(save, async (c) => {
    const { store, clock } = c.var.context;
    const { survey } = c.req.valid('param');
    const { language: words } = c.req.valid('query');
    const { revision: seen, content: sent, name } = c.req.valid('json');
    const saved = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const { level, inField } = await readEditedSurvey(transaction, survey);
      const content = parseQuestionnaire(sent);
      const next = await saveDraft(transaction, survey, { revision: seen, content, now: clock() });
      if (name !== undefined) await renameSurvey(transaction, survey, name);
      return {
        revision: next,
        verdict: judgeSurvey(content, { level, inField: inField?.content, ...given({ words }) }),
      };
    });
    return c.json(savedSurveyReply.parse(saved), 200);
  });
  routes.openapi(publish, async (c) => {
    const { store, clock } = c.var.context;
    const { survey } = c.req.valid('param');
    const asked = c.req.valid('json');
    const number = await store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
      const now = clock();
      const version = await publishSurvey(transaction, survey, { ...asked, now });
      const event = { action: 'publish-survey', subjectKind: 'survey', subjectId: survey } as const;
      await recordEvent(transaction, c.var.principal, { ...event, detail: { version }, at: now });
      return version;
    });
    return c.json({ number }, 200);
  });
  routes.openapi(compare, async (c) => {
    const { survey } = c.req.valid('param');
    const versions = c.req.valid('query');
    const changes = await c.var.context.store.inSnapshot(c.var.access.workspace.id, (transaction) =>
      compareVersions(transaction, survey, versions),
    );
    return c.json(comparisonReply.parse({ changes }), 200);
  });
  routes.openapi(rename, async (c) => {
    const { survey } = c.req.valid('param');
    const { name } = c.req.valid('json');
    await writing(c, { action: 'rename-survey', id: survey }, (transaction) => renameSurvey(transaction, survey, name));
    return c.body(null, 204);
  });
  routes.openapi(archive, async (c) => {
    const { survey } = c.req.valid('param');
    const { archived } = c.req.valid('json');
    await writing(c, { action: 'archive-survey', id: survey, detail: { archived } }, (transaction) =>
      archiveSurvey(transaction, survey, { archived, now: c.var.context.clock() }),
    );
    return c.body(null, 204);
  });
  routes.openapi(remove, async (c) => {
    const { survey } = c.req.valid('param');
    await writing(c, { action: 'delete-survey', id: survey }, (transaction) => deleteSurvey(transaction, survey));
    return c.body(null, 204);
  });
  return routes;
}

/** Does it and writes down who did, together. */
function writing(
  c: Context<RouteEnv>,
  { action, id, detail = {} }: { action: AuditAction; id: string; detail?: Record<string, boolean> },
  work: (transaction: WorkspaceTransaction) => Promise<void>,
): Promise<void> {
  const { store, clock } = c.var.context;
  return store.inWorkspace(c.var.access.workspace.id, async (transaction) => {
    await work(transaction);
    const event = { action, subjectKind: 'survey', subjectId: id, detail, at: clock() } as const;
    await recordEvent(transaction, c.var.principal, event);
  });
}
