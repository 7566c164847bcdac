// The command inside the container: what bin/candor does, without the installation and the build, which are done there.
const { run } = await import('../dist/cli.js');
const code = await run(process.argv.slice(2));
if (code !== 0) process.exitCode = code;
