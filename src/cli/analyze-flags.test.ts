import { describe, expect, it } from 'vitest';
import { methodIds, scalarKeys } from '../analysis/index.ts';
import { analyzeCommand } from './analyze-command.ts';
import { flagTexts } from './analyze-flags.ts';

describe.each(methodIds)('the help of candor analyze %s', (method) => {
  it('has a line for every flag and for no other', () => {
    expect(Object.keys(flagTexts[method]).sort()).toEqual(scalarKeys(method).sort());
    const command = analyzeCommand().commands.find((of) => of.name() === method)!;
    for (const { long, description } of command.options) {
      expect(description, `${method} ${long}`).toMatch(/\S{2}/);
      expect(description.length, `${method} ${long}`).toBeLessThanOrEqual(90);
    }
  });

  it('says what is required, and keeps its example', () => {
    const command = analyzeCommand().commands.find((of) => of.name() === method)!;
    const printed: string[] = [];
    command.configureOutput({ writeOut: (text) => printed.push(text) }).outputHelp();
    const help = printed.join('');
    expect(help).toMatch(/\(required|this or --|this, or --/);
    expect(help).toContain(`Example:\n  candor analyze ${method} `);
    if (method === 'score') expect(help).toContain('Only in a specification file (--spec): margins');
  });
});
