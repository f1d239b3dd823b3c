import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isObject, type JsonObject } from '../../measures/jsonObject.ts';
import type { Role } from '../../pipeline/conversation.ts';
import type { Layout, Part, TurnKeys } from '../../validate/layout.ts';
import { maybe, part } from '../../validate/layouts.ts';

/** What dataset_info.json of LLaMA-Factory says of the files beside it. */
export interface DatasetInfo {
  /** By the name of the file. */
  readonly layouts: ReadonlyMap<string, Layout>;
}

/** Nothing where the folder has none. */
export function datasetInfoIn(folder: string): DatasetInfo | undefined {
  let info: unknown;
  try {
    info = JSON.parse(readFileSync(join(folder, 'dataset_info.json'), 'utf8'));
  } catch {
    return undefined;
  }
  if (!isObject(info)) return undefined;
  const layouts = new Map<string, Layout>();
  for (const entry of Object.values(info)) {
    if (isObject(entry) && typeof entry.file_name === 'string' && !layouts.has(entry.file_name))
      layouts.set(entry.file_name, layoutOf(entry));
  }
  return layouts.size === 0 ? undefined : { layouts };
}

/** LLaMA-Factory, src/llamafactory/data/parser.py: names of columns and tags where the entry names none. */
const COLUMNS = {
  prompt: 'instruction',
  query: 'input',
  response: 'output',
  messages: 'conversations',
};

function layoutOf(entry: JsonObject): Layout {
  const columns = isObject(entry.columns) ? entry.columns : {};
  const column = (name: string): string | undefined => textOr(columns[name], undefined);
  const pair = entry.ranking === true;
  const label = column('kto_tag');
  const kind = pair ? 'pair' : label === undefined ? 'conversation' : 'rated';
  const shared = [
    ...named(column('system'), (key) => maybe(key, 'system', { role: 'system' })),
    ...named(column('tools'), (key) => maybe(key, 'tools')),
    ...named(label, (key) => part(key, 'label')),
  ];
  if (entry.formatting !== 'sharegpt') {
    const answer = column('response') ?? (isObject(entry.columns) ? undefined : COLUMNS.response);
    const plain = answer === undefined && !pair;
    return {
      format: plain ? 'text' : 'alpaca',
      kind: plain ? 'text' : kind,
      others: [],
      parts: [
        ...shared,
        ...named(column('history'), (key) => maybe(key, 'history')),
        part(column('prompt') ?? COLUMNS.prompt, 'text'),
        ...named(column('query') ?? (isObject(entry.columns) ? undefined : COLUMNS.query), (key) => maybe(key, 'text')),
        ...(pair
          ? sides(columns, undefined)
          : named(answer, (key) => part(key, 'text', { side: 'answer', role: 'assistant' }))),
      ],
    };
  }
  const turn = tagsOf(isObject(entry.tags) ? entry.tags : {});
  const messages = part(column('messages') ?? COLUMNS.messages, 'turns', { turn });
  return {
    format: 'sharegpt',
    kind,
    others: [],
    parts: [...shared, messages, ...(pair ? sides(columns, turn) : [])],
  };
}

function sides(columns: JsonObject, turn: TurnKeys | undefined): Part[] {
  return (['chosen', 'rejected'] as const).map((side) =>
    part(textOr(columns[side], side), turn === undefined ? 'text' : 'turn', {
      side,
      role: 'assistant',
      ...(turn !== undefined && { turn }),
    }),
  );
}

function tagsOf(tags: JsonObject): TurnKeys {
  const roles: readonly (readonly [string, string, Role])[] = [
    ['system_tag', 'system', 'system'],
    ['user_tag', 'human', 'user'],
    ['assistant_tag', 'gpt', 'assistant'],
    ['observation_tag', 'observation', 'tool'],
    ['function_tag', 'function_call', 'assistant'],
  ];
  return {
    role: textOr(tags.role_tag, 'from'),
    content: textOr(tags.content_tag, 'value'),
    parts: false,
    roles: Object.fromEntries(roles.map(([tag, usual, role]) => [textOr(tags[tag], usual), role])),
  };
}

function named(key: string | undefined, make: (key: string) => Part): Part[] {
  return key === undefined ? [] : [make(key)];
}

function textOr<Other>(value: unknown, other: Other): string | Other {
  return typeof value === 'string' ? value : other;
}
