import { OutputFile, type WrittenFile } from './outputFile.ts';

/** Writes a new file; it is on the disk when this is through. */
export async function writeText(path: string, text: string): Promise<WrittenFile> {
  const file = new OutputFile(path, 'none');
  await file.write(text);
  return file.close();
}
