import { type WorldTable, worldTableNames, worldTables } from './table-columns.ts';
import type { World } from './world.ts';

/**
 * What is in the folder of a simulated company? The text of its README.md: how it was made, and what every column says.
 * @example worldReadme(createWorld({ seed: 7, accounts: 9, lastMonth: '2026-10' }), 'candor world').includes('seed 7') // => true
 */
export function worldReadme(world: World, call: string): string {
  const { seed, accounts, consumers, calendar, nonResponse } = world;
  const window = `${calendar.months[0]!.text} to ${calendar.months.at(-1)!.text}`;
  const text = `# A simulated company

Nothing here is about real people or companies. ${accounts} companies and ${consumers} consumers, ${window}, seed ${seed},
non-response by ${nonResponse}, initiatives ${world.initiatives.join(', ') || 'none'}. Made by

    ${call}

The same call makes the same bytes. Times are UTC, amounts are euro. The folder \`truth\` holds what no real company can
know: use it to see whether an analysis finds what was put in, and never as its input.
`;
  return `${text}${worldTableNames.map((name) => section(worldTables[name])).join('')}`;
}

function section({ file, row, columns }: WorldTable): string {
  const lines = Object.entries(columns).map(([column, meaning]) => `| ${column} | ${meaning} |`);
  return `\n## ${file}\n\nA row is ${row}.\n\n| column | meaning |\n|---|---|\n${lines.join('\n')}\n`;
}
