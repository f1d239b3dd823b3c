/** Ours: browsers have begun to read what a link was followed to long before that. */
const KEPT_MS = 60_000;

/** Hands a file to the reader as a download. It was fetched with a token, which no link can send. */
export function save(content: Blob, name: string): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
