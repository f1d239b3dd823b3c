import { readFileSync } from 'node:fs';
import { PACKAGE_FOLDER } from '../../packageFolder.ts';
import { defineRoute, none } from '../route.ts';
import { type StaticFile, staticAnswer, staticFile, staticShapes } from '../staticFile.ts';

const summary = 'the script that defines <curate-feedback>, for pages that show answers';

/** Ours: a new version is everywhere within minutes, and a page that is open all day asks seldom. */
const MOST_SECONDS = 300;

let script: StaticFile | undefined;

export default defineRoute({
  method: 'GET',
  path: '/widget.js',
  summary,
  role: 'public',
  params: none,
  query: none,
  body: none,
  answers: staticShapes(summary),
  async handle({ incoming }) {
    script ??= readScript();
    return staticAnswer(script, incoming.raw);
  },
});

/** @throws the error of the file system where the program was not built */
function readScript(): StaticFile {
  const text = readFileSync(new URL('dist/widget/widget.js', PACKAGE_FOLDER), 'utf8');
  return staticFile('text/javascript; charset=utf-8', text, {
    'cache-control': `public, max-age=${MOST_SECONDS}`,
    // Pages of others load it, also those that ask for isolation (Cross-Origin-Embedder-Policy: require-corp).
    'cross-origin-resource-policy': 'cross-origin',
  });
}
