import { type AllowedTarget, type OutboundOptions, outboundClient } from '../../src/outbound/index.ts';
import { runDueJobs } from '../../src/queue/index.ts';
import { type NewResponse, newId, responseWriter } from '../../src/store/index.ts';
import {
  announceResponses,
  createWebhook,
  type DeliveryContext,
  deliveriesOf,
  forgetListening,
  type NewWebhook,
  webhookHandlers,
} from '../../src/webhooks/index.ts';
import { fillSurvey, type SurveyFixture } from '../store/survey-fixture.ts';
import { type TestStore, testStore } from '../store/test-store.ts';

/** A store with a survey, the production jobs of webhooks, and a clock that only a test moves. */
export interface OpenDeliveries {
  readonly test: TestStore;
  readonly fixture: SurveyFixture;
  readonly workspaceId: string;
  readonly time: { now: Date };
  readonly context: DeliveryContext;
  make(webhook: Partial<NewWebhook> & { url: string }): Promise<{ id: string; secret: string }>;
  /** Sends responses as programs do, by the writer that commits them together. */
  answer(number: number, more?: Partial<NewResponse>): Promise<readonly string[]>;
  /** Works until nothing is due, without moving the clock. */
  work(): Promise<void>;
  /** Moves the clock from job to job until nothing waits; answers for how many hours. */
  workToTheEnd(): Promise<number>;
  deliveries(webhookId: string): ReturnType<typeof deliveriesOf>;
  close(): Promise<void>;
}

export async function openDeliveries(
  allowed: readonly AllowedTarget[],
  options: OutboundOptions = {},
): Promise<OpenDeliveries> {
  const test = await testStore();
  const { store } = test;
  const workspaceId = await test.newWorkspace();
  const fixture = await fillSurvey(test, workspaceId);
  const time = { now: new Date('2030-06-15T09:00:00Z') };
  const clock = () => time.now;
  const client = outboundClient({ allowed, milliseconds: 1_000, ...options });
  const context: DeliveryContext = { store, client, clock, random: () => 0, baseUrl: 'https://cx.example.com' };
  const write = responseWriter(store, { gatherMilliseconds: 0, alongside: announceResponses(store, clock) });
  const handlers = webhookHandlers(context);
  const work = async () => {
    while ((await runDueJobs(store, { handlers, clock })) > 0);
  };
  return {
    test,
    fixture,
    workspaceId,
    time,
    context,
    work,
    async make(webhook) {
      const whole: NewWebhook = { kind: 'standard', events: ['response.created'], includesWords: false, ...webhook };
      const made = await store.inWorkspace(workspaceId, (t) => createWebhook(t, whole, clock()));
      forgetListening(store);
      return made;
    },
    async answer(number, more = {}) {
      const responses = Array.from({ length: number }, () => responseOf(fixture, time.now, more));
      await Promise.all(responses.map((response) => write(workspaceId, response)));
      return responses.map(({ id }) => id);
    },
    async workToTheEnd() {
      const began = time.now.getTime();
      for (;;) {
        await work();
        const [next] = await test.asSuperuser<{ due: Date }>(
          `select due_at as due from job where state = 'waiting' order by due_at limit 1`,
        );
        if (!next) return (time.now.getTime() - began) / 3_600_000;
        time.now = new Date(Math.max(next.due.getTime(), time.now.getTime()));
      }
    },
    deliveries: (webhookId) => store.inWorkspace(workspaceId, (t) => deliveriesOf(t, webhookId, { limit: 500 })),
    close: () => test.close(),
  };
}

function responseOf(fixture: SurveyFixture, at: Date, more: Partial<NewResponse>): NewResponse {
  return {
    id: newId(),
    source: 'test',
    surveyVersionId: fixture.surveyVersionId,
    accountId: fixture.accountId,
    touchpointId: fixture.touchpointId,
    channel: 'web',
    day: at.toISOString().slice(0, 10),
    respondedAt: at,
    recordedAt: at,
    completed: true,
    answers: [{ questionId: fixture.recommend, point: 10, points: 11 }],
    ...more,
  };
}
