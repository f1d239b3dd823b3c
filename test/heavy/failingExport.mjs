/** Stands in for the program in exports: ends as `--format` says. */
const wanted = process.argv.find((flag) => flag.startsWith('--format='))?.slice('--format='.length);
const tell = (text) => process.stderr.write(`${text}\n`);
switch (wanted) {
  case 'gate':
    process.stdout.write('{"out":"somewhere"}');
    tell('curate: the data is written, but it would be refused.');
    process.exitCode = 1;
    break;
  case 'mistake':
    tell('warning: something else');
    tell('curate: curate.yaml has 2 problems:\ncurate.yaml:1: goal: expected a mapping.');
    process.exitCode = 2;
    break;
  case 'bug':
    tell('curate: this should not have happened; please report it with the lines below.');
    tell('TypeError: cannot read "my number is 0170" of undefined\n    at somewhere');
    process.exitCode = 2;
    break;
  case 'silent':
    process.exitCode = 0;
    break;
  case 'hangs':
    process.on('SIGTERM', () => {});
    setInterval(() => {}, 1000);
    break;
  case 'killed':
    process.kill(process.pid, 'SIGKILL');
    break;
  default:
    process.stdout.write(
      JSON.stringify({
        flags: process.argv.slice(2),
        tokens: process.env.CURATE_TOKENS,
        key: process.env.CURATE_ID_KEY,
      }),
    );
}
