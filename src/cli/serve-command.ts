import { Command } from 'commander';

export function serveCommand(): Command {
  return new Command('serve')
    .description('Serve the pages and the API, and run the jobs.')
    .option('--port <port>', 'port to listen on (default: PORT, else 4700)')
    .option('--role <role>', 'web serves, worker runs jobs, all does both (default: CANDOR_ROLE, else all)')
    .addHelpText('after', '\nExample:\n  candor serve --port 8080\n')
    .action(async ({ port, role }: { port?: string; role?: string }) => {
      const { start } = await import('../server/index.ts');
      const flags = {
        ...(port === undefined ? {} : { PORT: port }),
        ...(role === undefined ? {} : { CANDOR_ROLE: role }),
      };
      await start({ ...process.env, ...flags });
    });
}
