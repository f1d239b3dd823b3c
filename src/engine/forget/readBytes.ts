import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';

const CHUNK_BYTES = 1024 * 1024;

/** The bytes of a file piece by piece, unpacked when its name says that it is compressed. */
export async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const source = createReadStream(path, { highWaterMark: CHUNK_BYTES });
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES });
  source.on('error', (error) => unpacked.destroy(error));
  try {
    for await (const chunk of path.endsWith('.gz') ? source.pipe(unpacked) : source)
      if (Buffer.isBuffer(chunk)) yield chunk;
  } finally {
    source.destroy();
  }
}
