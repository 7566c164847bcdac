import { expect, it } from 'vitest';
import { serverMetrics } from './server-metrics.ts';

it('tells what was counted before anybody asked, and what came after', async () => {
  const metrics = serverMetrics();
  const answered = { method: 'GET', route: '/here', status: 200, milliseconds: 7 };
  metrics.answered(answered);
  metrics.responseTaken(true);
  metrics.livePages(3);
  const first = await metrics.text(undefined);
  expect(first).toContain('candor_requests_total{method="GET",route="/here",status="200"} 1');
  expect(first).toContain('candor_request_seconds_bucket{le="0.01",method="GET",route="/here"} 1');
  expect(first).toContain('candor_responses_total{outcome="new"} 1');
  expect(first).toContain('candor_live_pages 3');
  expect(first).toContain('process_cpu_seconds_total');
  metrics.answered(answered);
  metrics.jobEnded('fold');
  const second = await metrics.text(undefined);
  expect(second).toContain('candor_requests_total{method="GET",route="/here",status="200"} 2');
  expect(second).toContain('candor_jobs_ended_total{kind="fold"} 1');
});

it('says the type that Prometheus reads', async () => {
  const { Registry } = await import('prom-client');
  expect(serverMetrics().contentType).toBe(new Registry().contentType);
});
