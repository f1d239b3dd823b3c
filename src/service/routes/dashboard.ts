import { version } from '../../version.ts';
import { publicFile } from '../publicFile.ts';
import { type Answer, defineRoute, type Incoming, none, type Route } from '../route.ts';

/** Nothing from elsewhere, nothing inline, no text that becomes a script (CSP 3, Trusted Types), and no page around it. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "connect-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS = {
  // Kept, and asked for whether it is still the one: page, script and style are of one version.
  'cache-control': 'no-cache',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
};

const file = (name: string, type: string) => publicFile({ path: `dist/dashboard/${name}`, type, headers: HEADERS });
const script = file('dashboard.js', 'text/javascript; charset=utf-8');
const style = file('dashboard.css', 'text/css; charset=utf-8');
const pages = new Map<number, (incoming: Incoming) => Promise<Answer>>();

/** The page, which is told how often to ask. */
function pageFor(refreshSeconds: number): (incoming: Incoming) => Promise<Answer> {
  const known = pages.get(refreshSeconds);
  if (known !== undefined) return known;
  const page = publicFile({
    path: 'dist/dashboard/index.html',
    type: 'text/html; charset=utf-8',
    filled: { '{{refresh_seconds}}': String(refreshSeconds), '{{version}}': version() },
    headers: { ...HEADERS, 'content-security-policy': POLICY, 'cross-origin-opener-policy': 'same-origin' },
  });
  pages.set(refreshSeconds, page);
  return page;
}

/** They hold no data, so they ask for no token; the page does. */
const shared = { method: 'GET', role: 'public', params: none, query: none, body: none } as const;
const shapes = (description: string, type: string) => ({
  200: { description, type },
  304: { description: 'it is as it was' },
});

const routes: readonly Route[] = [
  defineRoute({
    ...shared,
    path: '/',
    summary: 'the dashboard',
    answers: shapes('the page', 'text/html'),
    handle: ({ incoming }, { config }) => pageFor(config.serve.refresh_seconds)(incoming),
  }),
  defineRoute({
    ...shared,
    path: '/dashboard.js',
    summary: 'the script of the dashboard',
    answers: shapes('the script', 'text/javascript'),
    handle: ({ incoming }) => script(incoming),
  }),
  defineRoute({
    ...shared,
    path: '/dashboard.css',
    summary: 'the style of the dashboard',
    answers: shapes('the style', 'text/css'),
    handle: ({ incoming }) => style(incoming),
  }),
];

export default routes;
