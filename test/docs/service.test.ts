import { expect, test } from 'vitest';
import { ROUTES } from '../../src/service/routes/index.ts';
import { textOf } from './project.ts';

/** `POST /v1/exports: export`, as the table of the page has it: several routes of a row share a role, or have one each in their order. */
function documented(): string[] {
  const [, section = ''] = /\n## Routes\n([\s\S]*?)\n##/.exec(textOf('docs/service.md')) ?? [];
  const rows = [...section.matchAll(/^\| (`.*?) \| (.*?) \|/gm)];
  return rows.flatMap(([, routes = '', said = '']) => {
    const roles = [...said.matchAll(/`(\w+)`/g)].map(([, role = '']) => role);
    let method = '';
    return [...routes.matchAll(/`(?:(GET|POST) )?(\/[^`]*)`/g)].map(([, named, path = ''], at) => {
      method = named ?? method;
      return `${method} ${path}: ${roles[at] ?? roles[0] ?? 'public'}`;
    });
  });
}

test('the page of the service has every route, and the role that it needs', () => {
  const served = ROUTES.map(({ method, path, role }) => `${method} ${path}: ${role}`);
  expect(documented().sort()).toEqual(served.sort());
});
