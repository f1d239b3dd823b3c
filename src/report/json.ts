/** Anything that takes text: `process.stdout` at the edge, a list in tests. */
export interface Sink {
  write(text: string): unknown;
}

/**
 * Writes a report as one JSON object on one line, so that a script can take the output whole or its last line.
 * A closed pipe is the stream's `error` event, which `cli.ts` handles.
 */
export function writeJson(sink: Sink, report: object): void {
  sink.write(`${JSON.stringify(report)}\n`);
}
