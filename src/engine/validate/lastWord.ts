import type { Format } from '../../formats/format.ts';
import { FORMATS } from '../../formats/index.ts';
import { targetNamed } from '../../targets/index.ts';
import type { Layout } from '../../validate/layout.ts';
import type { LastWord } from '../../validate/rowChecker.ts';
import type { ValidatePlan } from './validatePlan.ts';

const NOTHING: LastWord = () => {};

/** What the trainer says of a row that the checks find nothing wrong with, as its target has it. */
export function lastWordOf({ layout, target }: ValidatePlan): LastWord {
  const format = FORMATS.find(({ name, kind }) => name === layout.format && kind === KINDS[layout.kind]);
  if (target === undefined || format === undefined) return NOTHING;
  const facts = targetNamed(target);
  return (row, _view, tell) => {
    const example = format.read(row);
    const reason = example === undefined ? undefined : facts.refuses(example, format.name);
    if (reason !== undefined) tell('refused_by_target', '', reason);
  };
}

/** Formats by what their layouts teach; where both differ, dataset_info.json has made another thing of the format. */
const KINDS: Readonly<Record<Layout['kind'], Format['kind']>> = {
  conversation: 'conversations',
  text: 'conversations',
  rated: 'rated',
  pair: 'pairs',
};
