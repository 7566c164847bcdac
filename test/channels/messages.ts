import type { EmailMessage, SmsMessage } from '../../src/channels/index.ts';

/** A mail that carries the mark in its text. */
export function mailWith(mark: string, changes: Partial<EmailMessage> = {}): EmailMessage {
  return {
    id: `${mark}.0`,
    returnPath: 'bounces@candor.example',
    from: { address: 'survey@candor.example', name: 'Candor Oy' },
    to: { address: 'anna@customer.example', name: 'Anna Ääkkönen' },
    subject: 'Miten onnistuimme?',
    text: `Hei Anna,\n\nmark ${mark}\n`,
    html: `<!doctype html><html lang="fi"><body><p>Hei Anna, <b>${mark}</b></p></body></html>`,
    language: 'fi',
    date: new Date('2026-03-05T10:00:00Z'),
    unsubscribeUrl: 'https://candor.example/u/AbC',
    feedbackId: 'support:p1:w1:candor',
    ...changes,
  };
}

export function smsWith(mark: string, changes: Partial<SmsMessage> = {}): SmsMessage {
  return { id: mark, from: 'Candor', to: '+358 40 123 4567', text: `Miten onnistuimme? ${mark}`, ...changes };
}
