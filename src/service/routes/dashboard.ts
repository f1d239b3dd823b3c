import { dashboardFiles } from '../dashboardFiles.ts';
import { defineRoute, none, type Route } from '../route.ts';
import { staticAnswer, staticShapes } from '../staticFile.ts';

/** The dashboard: a page, its script and its style. They hold no data, so they ask for no token; the page does. */
const FILES = [
  { path: '/', file: 'page', summary: 'the dashboard' },
  { path: '/dashboard.js', file: 'script', summary: 'the script of the dashboard' },
  { path: '/dashboard.css', file: 'style', summary: 'the style of the dashboard' },
] as const;

const routes: readonly Route[] = FILES.map(({ path, file, summary }) =>
  defineRoute({
    method: 'GET',
    path,
    summary,
    role: 'public',
    params: none,
    query: none,
    body: none,
    answers: staticShapes(summary),
    handle: async ({ incoming }, { config }) => staticAnswer(dashboardFiles(config.serve)[file], incoming.raw),
  }),
);

export default routes;
