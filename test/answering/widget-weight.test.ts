import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { respondentLanguages, templateFor } from '../../src/survey/index.ts';
import { hostOrigin, makePlace } from '../channels/open-place.ts';
import { openPages } from './open-pages.ts';

const built = join(process.cwd(), 'dist/browser');
const most = 15_000;

it.runIf(existsSync(built))(
  'weighs 15 kB at most with one survey, everything that comes over the line together',
  async () => {
    const pages = await openPages(templateFor('web', [...respondentLanguages]));
    const { path } = await makePlace(pages);
    const headers = { origin: hostOrigin };
    const packed = async (reply: Response) => gzipSync(Buffer.from(await reply.arrayBuffer())).length;
    const rules = await packed(await pages.get(`/embed/${path}`, headers));
    const page = await packed(await pages.post(`/embed/${path}`, {}, headers));
    const scripts = ['loader', 'form'].map((name) => gzipSync(readFileSync(join(built, `${name}.js`))).length);
    const all = [rules, page, ...scripts].reduce((sum, bytes) => sum + bytes, 0);
    process.stderr.write(
      `widget: loader ${scripts[0]}, form ${scripts[1]}, rules ${rules}, page ${page}, all ${all} bytes\n`,
    );
    expect(page).toBeGreaterThan(1_000);
    expect(all).toBeLessThanOrEqual(most);
    await pages.close();
  },
);
