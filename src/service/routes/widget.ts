import { publicFile } from '../publicFile.ts';
import { defineRoute, none } from '../route.ts';

const answer = publicFile({
  path: 'dist/widget/widget.js',
  type: 'text/javascript; charset=utf-8',
  // Pages of others load it, also those that ask for isolation (Cross-Origin-Embedder-Policy: require-corp).
  headers: { 'cross-origin-resource-policy': 'cross-origin' },
});

export default defineRoute({
  method: 'GET',
  path: '/widget.js',
  summary: 'the script that defines <curate-feedback>, for pages that show answers',
  role: 'public',
  params: none,
  query: none,
  body: none,
  answers: {
    200: { description: 'the script', type: 'text/javascript' },
    304: { description: 'it is as it was' },
  },
  handle: ({ incoming }) => answer(incoming),
});
