import { CurateError } from '../errors.ts';

/**
 * What the flags say, without what is not given; nothing where standard input is to be read.
 * @param input the argument: `-`, or nothing
 * @throws CurateError when nobody can tell which is meant
 */
export function givenBy(
  command: { readonly name: () => string; outputHelp(context: { error: boolean }): void },
  input: string | undefined,
  values: Readonly<Record<string, unknown>>,
): object | undefined {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  const name = `curate ${command.name()}`;
  if (input !== undefined && input !== '-')
    throw new CurateError(`${name} reads flags or standard input, no files: \`${name} < FILE\`.`);
  if (input === '-' && given.length > 0)
    throw new CurateError(`${name} takes either flags or standard input, not both; leave one away.`);
  if (given.length > 0) return Object.fromEntries(given);
  if (input === '-' || !process.stdin.isTTY) return undefined;
  command.outputHelp({ error: true });
  throw new CurateError(`${name} needs flags, or JSON lines on standard input.`);
}
