import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * One embedded server for the whole run: the first test that asks for it starts it in this home, and it stays while
 * this process lives, since a note in `clients` names it as a user. A run that asks for none starts none.
 */
export default function setup(): () => Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'candor-tests-'));
  // As root the server runs as nobody, who must pass.
  chmodSync(home, 0o755);
  process.env.CANDOR_TEST_HOME = home;
  // Servers that tests start keep their data here too, never in the home of whoever runs the tests.
  process.env.CANDOR_HOME = home;
  process.env.CANDOR_DEMO ??= 'off';
  mkdirSync(join(home, 'clients'), { mode: 0o700 });
  writeFileSync(join(home, 'clients', `${process.pid}.run`), '');
  return async () => {
    rmSync(join(home, 'clients', `${process.pid}.run`), { force: true });
    if (existsSync(join(home, 'postgresql'))) {
      const { embeddedAddress } = await import('../../src/store/embedded/embedded-database.ts');
      const { release } = await embeddedAddress({ home, port: 0 });
      await release();
    }
    rmSync(home, { recursive: true, force: true });
  };
}
