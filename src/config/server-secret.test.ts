import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readConfig, serverSecret } from './index.ts';

it('is made once, for its owner only, and is the setting where there is one', () => {
  const home = mkdtempSync(join(tmpdir(), 'candor-secret-'));
  try {
    const config = readConfig({ CANDOR_HOME: join(home, 'new') });
    const made = serverSecret(config);
    expect(made).toMatch(/^[\w-]{43}$/);
    expect(serverSecret(config)).toBe(made);
    expect(statSync(join(home, 'new', 'secret')).mode & 0o777).toBe(0o600);
    const given = 'x'.repeat(32);
    expect(serverSecret(readConfig({ CANDOR_HOME: home, CANDOR_SECRET: given }))).toBe(given);
    // Below a file there is no folder.
    writeFileSync(join(home, 'file'), '');
    expect(() => serverSecret(readConfig({ CANDOR_HOME: join(home, 'file', 'home') }))).toThrow('set CANDOR_SECRET');
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
