import { createRoute, z } from '@hono/zod-openapi';
import { senderStanding } from '../../fieldwork/index.ts';
import { inWorkspace } from '../guard.ts';
import { takesReplies } from '../message-channels.ts';
import { instant, newRoutes, noQuery, reply, workspaceParams } from '../route.ts';

const standing = z.object({
  mail: z.object({
    goesTo: z.enum(['server', 'outbox']),
    state: z.enum(['open', 'warned', 'paused']).openapi({
      description: 'Complaints of the last 24 hours: warned from 0.1 % of the mails, paused from 0.3 %',
    }),
    complaintShare: z.number(),
    mayGoToday: z.number().int().nullable().openapi({ description: 'How many more mails; null without a limit' }),
    dailyLimit: z.number().int().nullable(),
  }),
  sms: z.object({
    goesTo: z.enum(['twilio', 'gateway', 'outbox']),
    takesReplies: z.boolean(),
    sent: z.number().int(),
    segments: z.number().int().openapi({ description: 'What the operator bills' }),
    delivered: z.number().int(),
  }),
  complaints: z.number().int(),
  bounces: z.array(
    z.object({
      channel: z.enum(['email', 'sms']),
      kind: z.enum(['hard', 'soft', 'policy']),
      status: z.string().nullable(),
      count: z.number().int(),
      lastAt: instant,
    }),
  ),
});

const show = createRoute({
  method: 'get',
  path: '/workspaces/{workspace}/sender-standing',
  summary:
    'How the sender stands: the mails that may go today, a warning or a pause for complaints, and the bounces and SMS of the last 30 days',
  ...inWorkspace('manage-programmes'),
  request: { params: workspaceParams, query: noQuery },
  responses: { 200: reply('The standing', standing) },
});

const finite = (count: number): number | null => (Number.isFinite(count) ? count : null);

export function senderStandingRoutes() {
  const routes = newRoutes();
  routes.openapi(show, async (c) => {
    const { store, clock, config } = c.var.context;
    const { mail, sms, complaints, bounces } = await store.readWorkspace(c.var.access.workspace.id, (transaction) =>
      senderStanding(transaction, clock()),
    );
    const isPaused = mail.kind === 'paused';
    const { gateway } = config.sms;
    return c.json(
      {
        mail: {
          goesTo: config.mail.server ? ('server' as const) : ('outbox' as const),
          state: isPaused ? ('paused' as const) : mail.warning ? ('warned' as const) : ('open' as const),
          complaintShare: mail.share,
          mayGoToday: isPaused ? 0 : finite(mail.left),
          dailyLimit: isPaused ? 0 : finite(mail.cap),
        },
        sms: {
          ...sms,
          goesTo:
            gateway?.kind === 'twilio' ? ('twilio' as const) : gateway ? ('gateway' as const) : ('outbox' as const),
          takesReplies: takesReplies(config),
        },
        complaints,
        bounces: [...bounces],
      },
      200,
    );
  });
  return routes;
}
