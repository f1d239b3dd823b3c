import type { Account } from '../account.ts';
import type { Manifest, ManifestInput, ManifestOutput } from '../export/manifest.ts';
import type { Beginning } from './blankedCopy.ts';
import type { SplitPlan } from './dataSetPlan.ts';

const STAGE = 'privacy';
const REASON = 'forgotten';

/** What was taken from a data set after it was exported. */
export interface ForgottenSince {
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Name of the receipt, in `privacy/receipts` of the data folder. */
  readonly receipt: string;
  readonly rows: number;
}

/** A manifest as `curate forget` leaves it. */
export interface LighterManifest extends Manifest {
  readonly forgotten: readonly ForgottenSince[];
}

/** Parts of the inputs by their name: their hashes before and after. */
export type ChangedInputs = ReadonlyMap<string, readonly Beginning[]>;

/** The inputs with the sizes and hashes of the files as they are now; counts stay those of what was read. */
export function inputsAfter(inputs: readonly ManifestInput[], changed: ChangedInputs): readonly ManifestInput[] {
  return inputs.map((input) => {
    // A file may have been written anew more than once since the manifest was.
    let now = input;
    for (const { bytes, before, after, bytes_after } of changed.get(input.file) ?? [])
      if (now.bytes === bytes && now.sha256 === before) now = { ...now, bytes: bytes_after, sha256: after };
    return now;
  });
}

/** What went counts as dropped by the stage that would drop it if it came again, so that every sum still holds. */
export function accountAfter(account: Account, records: number): Account {
  if (records === 0) return account;
  const { by_reason, total } = account.dropped;
  const name = `${STAGE}.${REASON}`;
  const before = account.funnel.findIndex(({ stage }) => stage === STAGE);
  return {
    records: account.records,
    kept: account.kept - records,
    dropped: { total: total + records, by_reason: { ...by_reason, [name]: (by_reason[name] ?? 0) + records } },
    funnel: account.funnel.map((step, place) => {
      if (before === -1 || place < before) return step;
      if (place > before) return { ...step, in: step.in - records };
      const reasons = { ...step.reasons, [REASON]: (step.reasons[REASON] ?? 0) + records };
      return { ...step, dropped: step.dropped + records, reasons };
    }),
  };
}

/** The manifest of what is left. */
export function manifestAfter(
  manifest: Manifest & { readonly forgotten?: readonly ForgottenSince[] },
  splits: readonly SplitPlan[],
  outputs: readonly ManifestOutput[],
  changed: ChangedInputs,
  since: Omit<ForgottenSince, 'rows'>,
): LighterManifest {
  const sum = (count: (plan: SplitPlan) => number) => splits.reduce((total, plan) => total + count(plan), 0);
  const left: Record<string, number> = { ...manifest.splits };
  for (const { split, examplesRemoved } of splits) left[split] = (left[split] ?? 0) - examplesRemoved;
  const rows = sum(({ removed }) => removed.size);
  const { tokens, ...rest } = manifest;
  return {
    ...rest,
    // What the rows that went had of them is not known.
    ...(tokens === undefined || rows > 0 ? {} : { tokens }),
    inputs: inputsAfter(manifest.inputs, changed),
    outputs,
    account: accountAfter(
      manifest.account,
      sum(({ recordsRemoved }) => recordsRemoved),
    ),
    splits: left,
    forgotten: [...(manifest.forgotten ?? []), ...(rows === 0 ? [] : [{ ...since, rows }])],
  };
}
