import { randomUUID } from 'node:crypto';
import { openSync, write } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

/** The least that a service in Node could do: parse the JSON, append the line, say that it did. Folder and port are its arguments. */
const [, , folder = '.', port = '0'] = process.argv;
const file = openSync(join(folder, 'floor.jsonl'), 'a');

createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', (part: Buffer) => parts.push(part));
  request.on('end', () => {
    if (request.method === 'GET') return response.end('{"status":"ok"}');
    const whole = Buffer.concat(parts).toString();
    const texts = request.headers['content-type'] === 'application/x-ndjson' ? whole.split('\n') : [whole];
    const ids: string[] = [];
    let lines = '';
    for (const text of texts) {
      const conversation_id = randomUUID();
      ids.push(conversation_id);
      lines += `${JSON.stringify({ ...JSON.parse(text), conversation_id })}\n`;
    }
    write(file, lines, () => {
      response.writeHead(201, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ status: 'stored', conversation_ids: ids }));
    });
  });
}).listen(Number(port), '127.0.0.1');
