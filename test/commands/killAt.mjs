import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

// Loaded into the program before anything else: the process is killed just before the call number $KILL_AT of those by which
// files come and go, as a power cut would.
const CHANGES = ['renameSync', 'unlinkSync', 'rmSync', 'mkdirSync', 'openSync', 'writeSync', 'fsyncSync'];
let left = Number(process.env.KILL_AT);

for (const name of CHANGES) {
  const change = fs[name];
  fs[name] = (...args) => {
    if (isChange(name, args) && --left === 0) process.kill(process.pid, 'SIGKILL');
    return change(...args);
  };
}
syncBuiltinESMExports();

function isChange(name, [, flags]) {
  return name !== 'openSync' || (typeof flags === 'string' && flags !== 'r');
}
