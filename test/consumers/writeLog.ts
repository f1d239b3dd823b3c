import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { World, WorldSplit } from './worlds/world.ts';
import { WORLD_SPLITS } from './worlds/world.ts';

/** Nothing is cleaned, dropped or found twice: the nasty texts are to reach the files. */
const CONFIG = {
  conversation: { unit: 'exchange' },
  pipeline: [],
  dedup: { exact: false, near: { enabled: false } },
  feedback: { min_stars: 1, unrated: 'keep' },
  split: { train: 0.6, val: 0.2, test: 0.2, by: 'session' },
};

/** For the format `text`: none of the known templates, as any will do. */
const CHAT_TEMPLATE =
  "{% for message in messages %}<{{ message['role'] }}>\n{{ message['content'] }}{% if message['tool_calls'] %}{{ message['tool_calls'] | tojson }}{% endif %}</{{ message['role'] }}>\n{% endfor %}";

/**
 * Writes the logs of a world and the config to export them by.
 * @param seats sessions that fall into each split
 */
export function writeLog(data: string, world: World, seats: Readonly<Record<WorldSplit, readonly string[]>>): void {
  const logs = join(data, 'training_logs');
  mkdirSync(logs, { recursive: true });
  const template = join(data, 'chat_template.jinja');
  writeFileSync(template, CHAT_TEMPLATE);
  const options = { ...world.export, chat_template: template };
  // JSON is YAML.
  writeFileSync(join(data, 'config.yaml'), JSON.stringify({ ...CONFIG, tokenizer: world.tokenizer, export: options }));
  const conversations = openSync(join(logs, 'conversations.jsonl'), 'w');
  const feedback = openSync(join(logs, 'feedback.jsonl'), 'w');
  for (const { conversation, comment } of lines(world, seats)) {
    writeSync(conversations, `${JSON.stringify(conversation)}\n`);
    if (comment !== undefined) writeSync(feedback, `${JSON.stringify(comment)}\n`);
  }
  closeSync(conversations);
  closeSync(feedback);
}

/** The lines of both logs, in the order of time. */
function* lines(
  { told }: World,
  seats: Readonly<Record<WorldSplit, readonly string[]>>,
): Generator<{ conversation: object; comment: object | undefined }> {
  let row = 0;
  for (const split of WORLD_SPLITS) {
    let seat = -1;
    for (const { again, messages, tools, rating, correction } of told[split]) {
      const conversation_id = `c${row}`;
      const timestamp = new Date(Date.UTC(2024, 0, 1) + row * 60_000).toISOString();
      if (again !== true) seat += 1;
      const session_id = seats[split][seat % seats[split].length];
      const rated = rating !== undefined || correction !== undefined;
      yield {
        conversation: { conversation_id, session_id, timestamp, messages, tools },
        comment: rated ? { conversation_id, rating, correction, timestamp } : undefined,
      };
      row += 1;
    }
  }
}
