import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  readonly image: string;
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}
const compose = parse(read('compose.yaml')) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const stages = read('Dockerfile')
  .split(/^(?=FROM )/m)
  .filter((stage) => stage.startsWith('FROM '));

describe('the container', () => {
  it('stands on images of one exact version', () => {
    const images = [
      ...stages.map((stage) => /^FROM (\S+)/.exec(stage)![1]!),
      ...Object.values(compose.services).map(({ image }) => image),
    ];
    expect(images.filter((image) => !/:\d+\.\d+/.test(image))).toEqual([]);
  });

  it('runs as no root, without build tools and development packages, and says how it is', () => {
    const last = stages.at(-1)!;
    expect(stages).toHaveLength(2);
    expect(last).toMatch(/^USER node$/m);
    expect(last).toMatch(/^HEALTHCHECK /m);
    expect(last).toMatch(/^ENTRYPOINT \["node"/m);
    expect(last).not.toMatch(/apt-get|npm ci|npm install/);
    expect(stages[0]).toMatch(/npm ci .*--ignore-scripts/);
    expect(stages[0]).toMatch(/npm prune --omit=dev/);
  });

  it('copies what is there', () => {
    const copied = [...stages.join('').matchAll(/^COPY --from=build \S+ \/candor\/(\S+)/gm)].map(([, path]) => path!);
    const built = new Set(['node_modules', 'dist']);
    expect(copied.filter((path) => !built.has(path) && !existsSync(join(root, path)))).toEqual([]);
  });

  it('publishes the port of the pages only, to this machine, and keeps one named volume', () => {
    const ports = Object.entries(compose.services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => [name, port]),
    );
    expect(ports).toEqual([['candor', '127.0.0.1:4700:4700']]);
    expect(Object.keys(compose.volumes)).toEqual(['database']);
    const mounts = Object.values(compose.services).flatMap(({ volumes = [] }) => volumes);
    expect(mounts).toEqual(['database:/var/lib/postgresql/data']);
  });

  it('holds no secret: passwords come from the file beside it and are demanded', () => {
    for (const { environment } of Object.values(compose.services)) {
      for (const [name, value] of Object.entries(environment)) {
        if (/PASSWORD|TOKEN|URL/.test(name)) expect(value, name).toMatch(/\$\{[A-Z_]+:[?-]/);
      }
    }
    expect(read('.dockerignore')).toMatch(/^\.git$/m);
  });
});
