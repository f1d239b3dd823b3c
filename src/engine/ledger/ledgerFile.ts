import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CurateError } from '../../errors.ts';
import { KeyMasks } from '../../measures/keyMasks.ts';
import { SIGNATURE_BYTES } from '../../measures/minhash.ts';
import { ALIGNMENT, columnViews } from '../../pipeline/columns.ts';
import { type Ledger, textMaker } from '../../pipeline/split/ledger.ts';
import { encodeColumnFile, openColumnFile } from '../cache/columnFile.ts';
import { type Guarded, isCount, isObjectOf, isWord } from '../cache/guards.ts';

/**
 * The ledger lies beside the data sets whose splits it remembers, by a name that says what it is: who copies, archives or
 * deletes them sees it, and a cleared cache takes nothing from it.
 */
export const LEDGER_FILE = 'splits.ledger';

const isHeader = isObjectOf<{
  readonly what: 'splits';
  /** Keys of groups and hashes of texts, and signatures. */
  readonly keys: number;
  readonly signatures: number;
  /** By what texts were told (`textMaker`). */
  readonly texts: number;
}>({ what: isWord('splits'), keys: isCount, signatures: isCount, texts: isCount });
type Header = Guarded<typeof isHeader>;

export function ledgerPath(curated: string): string {
  return join(curated, LEDGER_FILE);
}

/** The pieces of the file, in order. Keys ascend, so that the same knowledge has the same bytes. */
export function encodeLedger({ splits, signatures }: Ledger): Uint8Array[] {
  const { keys, masks } = splits.sorted();
  const header: Header = { what: 'splits', keys: keys.length, signatures: signatures.count, texts: textMaker() };
  const { content, maker, splits: of, bytes } = signatures;
  return encodeColumnFile(header, [keys, content, maker, masks, of, bytes]);
}

/**
 * What earlier exports published; nothing when there was none.
 * @throws CurateError when there is a ledger and it cannot be relied on
 */
export function readLedger(path: string): Ledger | undefined {
  if (!existsSync(path)) return undefined;
  const file = openColumnFile(path);
  const header = file === undefined ? undefined : headerIn(file.header);
  if (file === undefined || header === undefined) throw damaged(path);
  if (header.texts !== textMaker()) throw foreign(path);
  const columns = file.columns();
  if (columns === undefined || columns.length !== bytesOf(header)) throw damaged(path);
  const source = columnViews(columns);
  const { keys: count, signatures } = header;
  const keys = source.f64(count);
  const kept = {
    count: signatures,
    content: source.f64(signatures).slice(),
    maker: source.u32(signatures).slice(),
  };
  const masks = source.u8(count);
  const splits = new KeyMasks(count);
  for (let place = 0; place < count; place++) splits.add(keys[place] ?? 0, masks[place] ?? 0);
  const of = source.u8(signatures).slice();
  return { splits, signatures: { ...kept, splits: of, bytes: source.u8(signatures * SIGNATURE_BYTES).slice() } };
}

function headerIn(json: Uint8Array): Header | undefined {
  try {
    const header: unknown = JSON.parse(Buffer.from(json).toString());
    return isHeader(header) ? header : undefined;
  } catch {
    return undefined;
  }
}

/** Of all columns, each padded. */
function bytesOf({ keys, signatures }: Header): number {
  const columns = [8 * keys, 8 * signatures, 4 * signatures, keys, signatures, SIGNATURE_BYTES * signatures];
  return columns.reduce((sum, bytes) => sum + Math.ceil(bytes / ALIGNMENT) * ALIGNMENT, 0);
}

const WAY_OUT =
  'or call `curate export --reset-splits`, which deals all splits anew: what was test may then be trained on';

function damaged(path: string): CurateError {
  return new CurateError(
    `${path}: the ledger of the splits is damaged, so nobody can tell what was in test before. Put back a copy from a backup, ${WAY_OUT}.`,
  );
}

function foreign(path: string): CurateError {
  return new CurateError(
    `${path}: the ledger of the splits was written by a version of curate that told texts apart in another way, so it does not know them now. Go on with that version, ${WAY_OUT}.`,
  );
}
