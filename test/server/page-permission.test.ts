import { describe, expect, it } from 'vitest';
import { fieldChoices, fileKinds } from '../../src/collect/index.ts';
import { problemReasons } from '../../src/collect/row-problem.ts';
import { refusalReasons } from '../../src/fielding/index.ts';
import { waveStates } from '../../src/fieldwork/index.ts';
import { permissions } from '../../src/people/index.ts';
import { rolesThatMay } from '../../src/web/api/permission.ts';
import { fileKinds as offeredKinds } from '../../src/web/imports/import-api.ts';
import { importWords } from '../../src/web/imports/import-words.ts';
import { webhookWords } from '../../src/web/settings/webhook-words.ts';
import { wavesWords } from '../../src/web/waves/waves-words.ts';
import { deliveryStates, webhookEvents, webhookKinds } from '../../src/webhooks/index.ts';

describe('what the pages offer', () => {
  it.each(Object.entries(rolesThatMay))('%s to those who may', (action, roles) => {
    expect(roles).toEqual(permissions[action as keyof typeof permissions].roles);
  });

  it('the kinds of files that there are, with a word for every field', () => {
    expect(offeredKinds).toEqual(fileKinds);
    const fields = new Set(fileKinds.flatMap((kind) => fieldChoices(kind).map(({ name }) => name)));
    for (const { field } of Object.values(importWords)) {
      expect([...fields].filter((name) => !field[name])).toEqual([]);
    }
  });

  it.each(Object.entries(wavesWords))(
    'a word for every reason that nobody of an account can be heard, in %s',
    (_, words) => {
      expect(Object.keys(words.silence)).toEqual(['no-deciding-contact', ...refusalReasons]);
      expect(Object.keys(words.state)).toEqual([...waveStates]);
    },
  );

  it.each(Object.entries(webhookWords))('a word for every event, state and kind of a webhook, in %s', (_, words) => {
    expect(Object.keys(words.event)).toEqual(webhookEvents);
    expect(Object.keys(words.states)).toEqual(deliveryStates);
    expect(Object.keys(words.kinds)).toEqual(webhookKinds);
  });

  it.each(Object.entries(importWords))('a word for every reason that a row is not taken, in %s', (_, { reason }) => {
    expect(Object.keys(reason).sort()).toEqual([...problemReasons].sort());
  });
});
