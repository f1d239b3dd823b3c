import { ReaderGone } from '../errors.ts';

/** Waits when the reader is slower than the pieces come. @throws ReaderGone when it has closed the stream */
export function toStream(stream: NodeJS.WritableStream, piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!stream.writable) reject(new ReaderGone());
    else if (stream.write(piece)) resolve();
    else {
      const settle = (): void => {
        for (const event of ['drain', 'close', 'error']) stream.off(event, settle);
        if (stream.writable) resolve();
        else reject(new ReaderGone());
      };
      for (const event of ['drain', 'close', 'error']) stream.on(event, settle);
    }
  });
}
