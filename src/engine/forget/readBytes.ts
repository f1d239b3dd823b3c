import { createReadStream, type ReadStream } from 'node:fs';
import { createGunzip, type Gunzip } from 'node:zlib';

const CHUNK_BYTES = 1024 * 1024;

/** The bytes of a file piece by piece, unpacked when its name says that it is compressed. */
export async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  try {
    for await (const chunk of path.endsWith('.gz') ? unpacked(source) : source) if (Buffer.isBuffer(chunk)) yield chunk;
  } finally {
    source.destroy();
  }
}

function unpacked(source: ReadStream): Gunzip {
  const stream = createGunzip({ chunkSize: CHUNK_BYTES });
  source.on('error', (error) => stream.destroy(error));
  return source.pipe(stream);
}
