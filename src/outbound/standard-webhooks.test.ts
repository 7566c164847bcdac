import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { newWebhookSecret, signatureHeaders } from './standard-webhooks.ts';

describe('the signature of a webhook', () => {
  it('is the one of the specification', () => {
    // The example that the specification prints.
    const headers = signatureHeaders({
      id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      at: new Date(1_614_265_330_000),
      body: '{"test": 2432232314}',
      secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
    });
    expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=');
  });

  it('agrees with standardwebhooks 1.1.1 for every body, id and secret', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ minLength: 1 }),
        fc.uint8Array({ minLength: 24, maxLength: 64 }),
        (body, id, key) => {
          const secret = `whsec_${Buffer.from(key).toString('base64')}`;
          const at = new Date();
          const headers = signatureHeaders({ id, at, body, secrets: [secret] });
          expect(headers['webhook-signature']).toBe(new Webhook(secret).sign(id, at, body));
        },
      ),
    );
  });

  it('is believed by a receiver with either secret while they change, and by nobody else', () => {
    const [before, after, other] = [newWebhookSecret(), newWebhookSecret(), newWebhookSecret()];
    const body = JSON.stringify({ type: 'ping' });
    const headers = signatureHeaders({ id: 'm1', at: new Date(), body, secrets: [after, before] });
    expect(new Webhook(before).verify(body, { ...headers })).toEqual({ type: 'ping' });
    expect(new Webhook(after).verify(body, { ...headers })).toEqual({ type: 'ping' });
    expect(() => new Webhook(other).verify(body, { ...headers })).toThrow('No matching signature');
    expect(() => new Webhook(after).verify(`${body} `, { ...headers })).toThrow('No matching signature');
    const late = signatureHeaders({ id: 'm1', at: new Date(Date.now() - 301_000), body, secrets: [after] });
    expect(() => new Webhook(after).verify(body, { ...late })).toThrow('too old');
  });

  it('is refused without a true secret', () => {
    const sign = (...secrets: string[]) => signatureHeaders({ id: 'm', at: new Date(0), body: '', secrets });
    expect(() => sign()).toThrow('got none');
    const of = (bytes: number) => `whsec_${Buffer.alloc(bytes).toString('base64')}`;
    for (const wrong of ['', 'whsec_', of(23), of(65), of(32).slice(6), `${of(32)}!`]) {
      expect(() => sign(wrong), wrong).toThrow(expect.objectContaining({ code: 'CND_ARGUMENT' }));
    }
    for (const right of [of(24), of(64), newWebhookSecret()]) expect(() => sign(right)).not.toThrow();
  });
});
