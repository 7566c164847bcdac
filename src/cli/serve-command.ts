import { Command } from 'commander';

export function serveCommand(): Command {
  return new Command('serve')
    .description('Serve the page on this machine.')
    .option('--port <port>', 'port to listen on (default: PORT, else 4700)')
    .addHelpText('after', '\nExample:\n  candor serve --port 8080\n')
    .action(async ({ port }: { port?: string }) => {
      const { start } = await import('../server/index.ts');
      await start(port === undefined ? process.env : { ...process.env, PORT: port });
    });
}
