import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Reader } from '../findings/index.ts';
import { parseView, periodUnits, surveyLevels, type View, viewDimensions } from '../view/index.ts';
import type { RouteEnv } from './context.ts';

const one = z.string().max(200).optional();
const several = z.union([z.string().max(200), z.array(z.string().max(200)).max(200)]).optional();

/** The filters of a page as the document shows them; `parseView` reads them and refuses what cannot be. */
export const viewFields = {
  level: z.enum(surveyLevels).optional(),
  metric: one,
  touchpoint: several,
  segment: several,
  unit: several,
  role: several,
  channel: several,
  period: z.enum(periodUnits).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  at: one,
  by: z.enum(viewDimensions).optional(),
};

export const viewQuery = z.strictObject(viewFields);

/** The view of a request; `besides` are keys of the query that are no part of it. */
export function viewOf(c: Context<RouteEnv>, besides: readonly string[] = []): View {
  return parseView(new URL(c.req.url).searchParams, { besides });
}

/** What the asking one may see, by the table of permissions. */
export function readerOf(c: Context<RouteEnv>): Reader {
  const { access } = c.var;
  return {
    money: access.may('view-money'),
    comments: access.may('view-comments'),
    contactDetails: access.may('view-contact-details'),
    smallGroups: access.may('view-small-groups'),
  };
}
