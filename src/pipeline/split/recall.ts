import { combine53 } from '../../measures/hash.ts';
import { KeyMasks } from '../../measures/keyMasks.ts';
import type { Decisions } from '../decisions.ts';
import { fewestWords } from '../dedup/contents.ts';
import type { DecidePlan } from '../setStage.ts';
import { type KeyColumn, ledgerKey, likenessKey } from './groupKeys.ts';
import type { Ledger } from './ledger.ts';
import { resembledSplits } from './resembling.ts';

/** What the ledger knows of the items; splits as bits. */
export interface Recalled {
  /** By item: the splits in which its keys, its text, and texts that it resembles and that are gone ever stood. */
  readonly keys: Uint8Array;
  readonly texts: Uint8Array;
  readonly resembled: Uint8Array;
  /** Of the group of an item: those of its keys; where it has none, those of the texts that are its own and nobody's copy. */
  splitsOf(item: number): number;
}

/** Looks every item up in the ledger. Texts count where duplicates do: whoever keeps copies may have them in two splits. */
export function recall(
  decisions: Decisions,
  plan: DecidePlan,
  columns: readonly KeyColumn[],
  ledger: Ledger,
): Recalled {
  const keys = splitsOfKeys(decisions.itemCount, columns, ledger);
  const { dedup } = plan;
  const isTold = dedup.exact || dedup.near.enabled;
  const texts = isTold ? splitsOfTexts(decisions, ledger) : new Uint8Array(decisions.itemCount);
  if (isTold && plan.conversation.unit === 'session') addGrown(decisions, keys, texts, ledger, fewestWords(dedup));
  const resembled = resembledSplits(decisions, plan, texts, ledger.signatures);
  const splitsOf = groupLookup(decisions, columns, { keys, texts, resembled });
  const likes = isTold ? splitsOfLikes(decisions, ledger) : texts;
  return { keys, texts: texts.map((splits, item) => splits | (likes[item] ?? 0)), resembled, splitsOf };
}

function splitsOfKeys(count: number, columns: readonly KeyColumn[], { splits }: Ledger): Uint8Array {
  const found = new Uint8Array(count);
  for (const { kind, hashes } of columns) {
    for (let item = 0; item < count; item++) {
      const hash = hashes[item] ?? 0;
      if (hash !== 0) found[item] = (found[item] ?? 0) | splits.of(ledgerKey(kind, hash));
    }
  }
  return found;
}

/** By what was published of duplicates of an item, which may take its place. */
function splitsOfLikes(decisions: Decisions, { splits }: Ledger): Uint8Array {
  const found = new Uint8Array(decisions.itemCount);
  for (let item = 0; item < found.length; item++) {
    const whole = decisions.wholeContentOf(item);
    const compared = decisions.comparedContentOf(item);
    found[item] = splits.of(likenessKey(whole)) | (compared === whole ? 0 : splits.of(likenessKey(compared)));
  }
  return found;
}

/** By all that an item says, by what it is compared with others by, and by what goes out of it now. */
function splitsOfTexts(decisions: Decisions, { splits }: Ledger): Uint8Array {
  const found = new Uint8Array(decisions.itemCount);
  for (let item = 0; item < found.length; item++) {
    const whole = decisions.wholeContentOf(item);
    const compared = decisions.comparedContentOf(item);
    const out = decisions.contentOf(item);
    const more = compared === whole ? 0 : splits.of(compared);
    found[item] = splits.of(whole) | more | (out === whole ? 0 : splits.of(out));
  }
  return found;
}

/**
 * A session that went on since it was published has another text: it is known by what it said until then. Only where its group
 * stands there, too, as many begin with the same words.
 */
function addGrown(decisions: Decisions, keys: Uint8Array, texts: Uint8Array, { splits }: Ledger, fewest: number): void {
  const { content, words } = decisions.digest.rows;
  for (let item = 0; item < texts.length; item++) {
    const rows = keys[item] === 0 ? [] : decisions.rowsOf(item);
    let said = 0;
    let state = 1;
    for (const [place, row] of rows.entries()) {
      said += words[row] ?? 0;
      state = combine53(state, content[row] ?? 0);
      // As `wholeContentOf` has it, what is one row alone has the text of that row.
      const text = place === 0 ? (content[row] ?? 0) : state;
      if (said >= fewest) texts[item] = (texts[item] ?? 0) | (splits.of(text) & (keys[item] ?? 0));
    }
  }
}

function groupLookup(
  { group, leader, itemCount }: Decisions,
  columns: readonly KeyColumn[],
  { keys, texts, resembled }: Omit<Recalled, 'splitsOf'>,
): Recalled['splitsOf'] {
  // By keys of one kind all items of a group have the same.
  const isJoined = columns.filter(({ isFallback }) => isFallback !== true).length > 1;
  const byKeys = new KeyMasks(isJoined ? itemCount : 0);
  for (let item = 0; isJoined && item < itemCount; item++) {
    const own = keys[item] ?? 0;
    if (own !== 0) byKeys.add(group[item] ?? 0, own);
  }
  const splitsOfKeys = (item: number): number => (isJoined ? byKeys.of(group[item] ?? 0) : (keys[item] ?? 0));
  const byTexts = new KeyMasks(0);
  for (let item = 0; item < itemCount; item++) {
    if (leader[item] !== item || splitsOfKeys(item) !== 0) continue;
    const said = (texts[item] ?? 0) | (resembled[item] ?? 0);
    if (said !== 0) byTexts.add(group[item] ?? 0, said);
  }
  return (item) => splitsOfKeys(item) || (byTexts.size === 0 ? 0 : byTexts.of(group[item] ?? 0));
}
