import { existsSync, writeFileSync } from 'node:fs';
import { it } from 'vitest';
import { openSite } from './e2e/open-site.ts';
it('serves', { timeout: 3_600_000 }, async () => {
  const t=Date.now();
  const site = await openSite({ accounts: Number(process.env.ACCOUNTS ?? 600) });
  writeFileSync('/tmp/shots/site.json', JSON.stringify({ address: site.address, members: site.workspace.members, ms: Date.now()-t }));
  while (!existsSync('/tmp/shots/stop')) await new Promise((r) => setTimeout(r, 500));
  console.log(site.log.filter(l=>/fault|error/.test(l)).join('\n').slice(0,3000));
  await site.close();
});
