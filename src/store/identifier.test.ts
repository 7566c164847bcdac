import { describe, expect, it } from 'vitest';
import { newId } from './identifier.ts';

describe('newId', () => {
  it('is a UUID of version 7 that tells its time', () => {
    const at = Date.UTC(2099, 0, 1);
    const id = newId(at);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(at);
  });

  it('rises strictly, also beyond 4096 in one millisecond and when the clock goes back', () => {
    const at = Date.UTC(2100, 0, 1);
    const ids = Array.from({ length: 20_000 }, (_, index) => newId(at - (index % 3)));
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });
});
