import { describe, expect, it } from 'vitest';
import { mappingFields } from '../../src/collect/import-mapping.ts';
import { problemReasons } from '../../src/collect/row-problem.ts';
import { permissions } from '../../src/people/index.ts';
import { rolesThatMay } from '../../src/web/api/permission.ts';
import { fileKinds, importFields } from '../../src/web/imports/import-api.ts';
import { importWords } from '../../src/web/imports/import-words.ts';

describe('what the pages offer', () => {
  it.each(Object.entries(rolesThatMay))('%s to those who may', (action, roles) => {
    expect(roles).toEqual(permissions[action as keyof typeof permissions].roles);
  });

  it.each(fileKinds)('the fields that a file of %s can have', (kind) => {
    expect(importFields[kind]).toEqual(mappingFields[kind]);
  });

  it.each(Object.entries(importWords))('a word for every reason that a row is not taken, in %s', (_, { reason }) => {
    expect(Object.keys(reason).sort()).toEqual([...problemReasons].sort());
  });
});
