import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { isZlibError } from '../../inputs/readRecords.ts';
import type { RecordSplitter } from '../../inputs/recordSplitter.ts';
import { RecordScanner, type ScanResult } from './recordScanner.ts';
import type { ScanPlan } from './scanPlan.ts';
import type { ScanFile } from './scanSources.ts';
import { shapeOfHead, splitterFor } from './shape.ts';

/**
 * Scans a stream, plain or gzip, and yields what was found chunk by chunk, so that memory stays bounded.
 * @param file whose bytes they are; without it they say themselves how they are divided
 */
export async function* scanStream(
  stream: Readable,
  plan: ScanPlan,
  file?: Pick<ScanFile, 'shape' | 'json'>,
): AsyncGenerator<ScanResult> {
  let reading: { readonly scanner: RecordScanner; readonly splitter: RecordSplitter } | undefined;
  try {
    for await (const chunk of unpacked(stream)) {
      reading ??= begin(chunk, plan, file);
      reading.splitter.push(chunk);
      yield reading.scanner.take();
    }
  } catch (error) {
    if (!isZlibError(error)) throw error;
    reading ??= begin(Buffer.alloc(0), plan, file);
    reading.scanner.broken('bad_gzip');
    yield reading.scanner.take();
    return;
  }
  if (reading === undefined) return;
  reading.splitter.end();
  yield reading.scanner.take();
}

function begin(head: Buffer, plan: ScanPlan, file: Pick<ScanFile, 'shape' | 'json'> | undefined) {
  const shape = file?.shape ?? shapeOfHead(head);
  const scanner = new RecordScanner(shape, file?.json ?? false, plan);
  return { scanner, splitter: splitterFor(shape, plan.max_line_bytes, scanner) };
}

/** RFC 1952: gzip begins with 1f 8b, as no text does. */
async function* unpacked(stream: Readable): AsyncGenerator<Buffer> {
  await once(stream, 'readable'); // also at the end of an empty one
  const head: unknown = stream.read();
  if (!Buffer.isBuffer(head)) return;
  stream.unshift(head);
  const gzip = head[0] === 0x1f && head[1] === 0x8b;
  for await (const chunk of gzip ? gunzipped(stream) : stream) if (Buffer.isBuffer(chunk)) yield chunk;
}

function gunzipped(stream: Readable): Readable {
  const unpacked = createGunzip();
  stream.on('error', (error) => unpacked.destroy(error));
  return stream.pipe(unpacked);
}
