import { CandorError } from '../errors/index.ts';
import { auditRoutes } from './audit-routes.ts';
import { limitJson } from './limit-json.ts';
import { openApiDocument } from './openapi-document.ts';
import { newRoutes } from './route.ts';
import { askingRoutes } from './routes/asking.ts';
import { auditLogRoutes } from './routes/audit-log.ts';
import { eventMappingRoutes } from './routes/event-mapping.ts';
import { eventSourceRoutes } from './routes/event-sources.ts';
import { eventRoutes } from './routes/events.ts';
import { exportRoutes } from './routes/export.ts';
import { importMappingRoutes } from './routes/import-mappings.ts';
import { importRoutes } from './routes/imports.ts';
import { keyRoutes } from './routes/keys.ts';
import { liveRoutes } from './routes/live.ts';
import { meRoutes } from './routes/me.ts';
import { memberInvitationRoutes } from './routes/member-invitations.ts';
import { memberRoutes } from './routes/members.ts';
import { metricRoutes } from './routes/metrics.ts';
import { overviewRoutes } from './routes/overview.ts';
import { placeRoutes } from './routes/places.ts';
import { privacyNoticeRoutes } from './routes/privacy-notice.ts';
import { programmeAuditRoutes } from './routes/programme-audit.ts';
import { programmeRoutes } from './routes/programmes.ts';
import { questionLibraryRoutes } from './routes/question-library.ts';
import { responseRoutes } from './routes/responses.ts';
import { setUpRoutes } from './routes/set-up.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { surveyRoutes } from './routes/surveys.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import { workspaceRoutes } from './routes/workspace.ts';

/** Everything below /api. One line for each file of routes/. */
export function apiRoutes() {
  const routes = newRoutes();
  routes.use(async (c, next) => {
    // PostgreSQL holds every character but this one, so no filter or id may bring it in.
    if (/%00|\u0000/.test(c.req.url)) throw new CandorError('CND_REQUEST', 'the address holds NUL', { field: '' });
    await next();
    // Not by `c.header`, which builds a reply that is there once more, its body as a stream: that took a fifth of an answer.
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store');
  });
  routes.use(limitJson);
  routes.route('/', auditRoutes());
  routes.route('/', signInRoutes());
  routes.route('/', setUpRoutes());
  routes.route('/', meRoutes());
  routes.route('/', workspaceRoutes());
  routes.route('/', memberRoutes());
  routes.route('/', memberInvitationRoutes());
  routes.route('/', keyRoutes());
  routes.route('/', webhookRoutes());
  routes.route('/', auditLogRoutes());
  routes.route('/', metricRoutes());
  routes.route('/', overviewRoutes());
  routes.route('/', programmeAuditRoutes());
  routes.route('/', responseRoutes());
  routes.route('/', eventRoutes());
  routes.route('/', eventMappingRoutes());
  routes.route('/', eventSourceRoutes());
  routes.route('/', programmeRoutes());
  routes.route('/', askingRoutes());
  routes.route('/', liveRoutes());
  routes.route('/', exportRoutes());
  routes.route('/', importRoutes());
  routes.route('/', importMappingRoutes());
  routes.route('/', surveyRoutes());
  routes.route('/', questionLibraryRoutes());
  routes.route('/', placeRoutes());
  routes.route('/', privacyNoticeRoutes());
  openApiDocument(routes);
  routes.all('*', () => {
    throw new CandorError('CND_NOT_FOUND', 'there is no such route', { kind: 'route' });
  });
  return routes;
}
