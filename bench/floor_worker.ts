import { parentPort, workerData } from 'node:worker_threads';
import { LineWriter } from './line_writer.ts';
import { linesIn, type Range } from './ranges.ts';

export interface Task {
  readonly ranges: readonly Range[];
  readonly out: string;
}

parentPort?.postMessage(convert(workerData));

/** Converts the ranges of a task and returns the number of rows. */
function convert({ ranges, out }: Task): number {
  const writer = new LineWriter(out);
  let rows = 0;
  for (const range of ranges) {
    for (const line of linesIn(range)) {
      writer.write(chatmlRow(line));
      rows += 1;
    }
  }
  writer.close();
  return rows;
}

function chatmlRow(line: string): string {
  const { user_message: question, assistant_message: answer } = JSON.parse(line);
  return JSON.stringify({
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: answer },
    ],
  });
}
