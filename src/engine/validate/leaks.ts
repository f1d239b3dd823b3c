import { forEachRun } from '../../measures/order.ts';
import type { TellOfFile } from '../../validate/columnProblems.ts';
import type { AllRows, PrintedFile } from './allRows.ts';
import type { RowPair } from './nearRows.ts';

type Repeat = 'duplicate' | 'leak' | 'leak_prompt' | 'leak_near';

/** Which rows repeat another, by place: what they are, and the place of the first. */
interface Repeats {
  readonly kind: (Repeat | undefined)[];
  readonly as: Uint32Array;
}

/**
 * Finds what stands twice in a file, and in two splits; all but the first are told, in the order of the files.
 * @param near pairs of rows that are near duplicates
 */
export function findRepeats(all: AllRows, near: readonly RowPair[], tell: TellOfFile): void {
  const repeats: Repeats = { kind: [], as: new Uint32Array(all.count) };
  forEachRun(
    all.column((prints) => prints.whole),
    (places, start, end) => {
      if (end - start > 1) noteSame(all, places.slice(start, end).sort(), repeats);
    },
  );
  // Without a question a row is like no other.
  const prompts = all.column((prints) => prints.prompt).map((hash) => hash || Number.NaN);
  forEachRun(prompts, (places, start, end) => {
    if (end - start > 1) notePrompts(all, places.slice(start, end).sort(), repeats);
  });
  for (const { place, other } of near) note(repeats, place, 'leak_near', other);
  for (let place = 0; place < all.count; place++) {
    const kind = repeats.kind[place];
    if (kind === undefined) continue;
    const { file, line } = all.at(place);
    const other = all.at(repeats.as[place] ?? 0);
    tell(kind, file.file, line, '', `as ${other.file.file}:${other.line}`);
  }
}

function noteSame(all: AllRows, places: Uint32Array, repeats: Repeats): void {
  const firstOfFile = new Map<PrintedFile, number>();
  for (const place of places) {
    const { file } = all.at(place);
    const own = firstOfFile.get(file);
    const [other] = firstOfFile.values();
    if (own !== undefined) note(repeats, place, 'duplicate', own);
    else {
      if (other !== undefined && areSplits(all, other, place)) note(repeats, place, 'leak', other);
      firstOfFile.set(file, place);
    }
  }
}

function notePrompts(all: AllRows, places: Uint32Array, repeats: Repeats): void {
  const [first] = places;
  if (first === undefined) return;
  for (const place of places) if (areSplits(all, first, place)) note(repeats, place, 'leak_prompt', first);
}

/** What a row is first is what it is told as. */
function note({ kind, as }: Repeats, place: number, repeat: Repeat, other: number): void {
  if (kind[place] !== undefined) return;
  kind[place] = repeat;
  as[place] = other;
}

/** Whether two places are in files of different splits. */
function areSplits(all: AllRows, one: number, other: number): boolean {
  const first = all.at(one).file.split;
  const second = all.at(other).file.split;
  return first !== undefined && second !== undefined && first !== second;
}
