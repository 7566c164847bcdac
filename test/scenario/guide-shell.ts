import { spawn } from 'node:child_process';

/** One shell in which the commands of a guide run one after the other, as somebody types them. */
export interface GuideShell {
  /** What the block printed; fails where it wrote to the standard error. */
  run(block: string): Promise<string>;
  close(): void;
}

export function guideShell(folder: string, environment: Readonly<Record<string, string>>): GuideShell {
  const shell = spawn('sh', [], { cwd: folder, env: { ...process.env, ...environment } });
  let [out, wrong] = ['', ''];
  let heard: () => void = () => undefined;
  shell.stdout.on('data', (part) => {
    out += part;
    heard();
  });
  shell.stderr.on('data', (part) => {
    wrong += part;
  });
  return {
    async run(block) {
      [out, wrong] = ['', ''];
      const end = 'the block has ended';
      shell.stdin.write(`${block}\necho '${end}'\n`);
      while (!out.includes(end)) {
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
      if (wrong !== '') throw new Error(`${block}\nwrote ${wrong}`);
      return out.slice(0, out.indexOf(end)).trim();
    },
    close: () => shell.kill(),
  };
}
