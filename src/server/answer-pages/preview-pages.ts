import { type Context, Hono } from 'hono';
import { type AnswerForm, privacyPath } from '../../answering/index.ts';
import { readEditedSurvey } from '../../collect/index.ts';
import { isCandorError } from '../../errors/index.ts';
import type { Access } from '../../people/index.ts';
import { workspaceCode } from '../../places/index.ts';
import type { Questionnaire } from '../../survey/index.ts';
import type { RouteEnv } from '../context.ts';
import { askingIn } from '../principal.ts';
import { type FlowPage, languageOf, showForm, takePost } from './answer-flow.ts';
import { sendNotice, sendNotOpen } from './notice-page.ts';
import { wishesOf, wordsIn } from './page-language.ts';
import { readForm } from './posted-form.ts';

const surveyId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * `/preview/WORKSPACE/SURVEY`: the page that respondents will see, of the draft as it is saved, for whoever builds
 * surveys. The same renderer and the same walk through pages and branches; nothing that is entered is kept anywhere.
 */
export function previewPages(): Hono<RouteEnv> {
  const pages = new Hono<RouteEnv>();
  pages.get('/preview/:workspace/:survey', async (c) => {
    const opened = await open(c);
    if (opened.kind !== 'open') return notOpen(c, opened.kind);
    const { form } = opened;
    const language = languageOf(c, form, [c.req.query('lang') ?? '']);
    return showForm(c, flowOf(form), { language, page: form.version.questionnaire.pages[0]!.key, given: {} });
  });
  pages.post('/preview/:workspace/:survey', async (c) => {
    const [opened, posted] = await Promise.all([open(c), readForm(c)]);
    if (opened.kind !== 'open') return notOpen(c, opened.kind);
    return takePost(c, flowOf(opened.form), posted ?? { control: () => '', given: {} });
  });
  return pages;
}

type Opened = { readonly kind: 'open'; readonly form: AnswerForm } | { readonly kind: 'unknown' | 'empty' };

async function open(c: Context<RouteEnv>): Promise<Opened> {
  const asking = await askingIn(c, c.req.param('workspace') ?? '');
  const survey = c.req.param('survey') ?? '';
  // Whether there is such a survey is told to those only who may build surveys there.
  if (!asking?.access?.may('manage-surveys') || !surveyId.test(survey)) return { kind: 'unknown' };
  const { access } = asking;
  try {
    const { draft, code } = await c.var.context.store.inSnapshot(access.workspace.id, async (transaction) => ({
      ...(await readEditedSurvey(transaction, survey)),
      code: await workspaceCode(transaction),
    }));
    const { content } = draft;
    if (content.pages.every(({ questions }) => questions.length === 0)) return { kind: 'empty' };
    return { kind: 'open', form: formOf(access, { survey, code }, content) };
  } catch (error) {
    if (isCandorError(error) && /^CND_(NOT_FOUND|SURVEY)/.test(error.code)) return { kind: 'unknown' };
    throw error;
  }
}

function notOpen(c: Context<RouteEnv>, kind: 'unknown' | 'empty'): Response {
  if (kind === 'unknown') return sendNotOpen(c, { kind, languages: [] });
  const { language, words } = wordsIn([c.req.query('lang') ?? '', ...wishesOf(c)]);
  return sendNotice(c, words.preview.empty, { language, status: 200, isFramed: true });
}

/** A form that belongs to nobody: slots of texts show their fallback, as they do for people of whom nothing is known. */
const formOf = (
  { workspace }: Access,
  { survey, code }: { readonly survey: string; readonly code: string },
  questionnaire: Questionnaire,
): AnswerForm => ({
  workspaceId: workspace.id,
  workspaceName: workspace.name,
  timeZone: workspace.timeZone,
  version: { id: '', questionnaire, questions: new Map(), wording: '' },
  origin: { channel: 'link', segment: '', respondentRole: '' },
  seed: survey,
  languages: [],
  values: {},
  partial: undefined,
  stopPath: undefined,
  privacyPath: privacyPath(code),
});

const flowOf = (form: AnswerForm): FlowPage => ({
  form,
  control: {},
  keep: async () => false,
  done: () => undefined,
  isPreview: true,
});
