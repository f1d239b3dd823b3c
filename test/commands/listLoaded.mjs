import fs, { appendFileSync } from 'node:fs';
import { createRequire, register, syncBuiltinESMExports } from 'node:module';
import { pathToFileURL } from 'node:url';

// Loaded into the program before anything else: writes the address of every file that it loads or reads at once, module
// or not, to the file $LOADED, a line each.
const list = process.env.LOADED;

// Modules that are imported are loaded by a thread of its own, which knows no more than this text.
const hooks = `
  import { appendFileSync } from 'node:fs';
  export async function load(address, context, next) {
    appendFileSync(${JSON.stringify(list)}, address + '\\n');
    return next(address, context);
  }`;
register(`data:text/javascript,${encodeURIComponent(hooks)}`);

const { readFileSync } = fs;
fs.readFileSync = (file, ...options) => {
  if (typeof file !== 'number') appendFileSync(list, `${file instanceof URL ? file : pathToFileURL(String(file))}\n`);
  return readFileSync(file, ...options);
};
syncBuiltinESMExports();

process.on('exit', () => {
  const required = Object.keys(createRequire(import.meta.url).cache);
  appendFileSync(list, required.map((path) => `${pathToFileURL(path)}\n`).join(''));
});
