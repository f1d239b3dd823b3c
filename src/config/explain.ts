import type { z } from 'zod';
import { allowed, found } from './inWords.ts';
import { alternatives, choicesOf, type JsonSchema, keysOf, schemaAt } from './jsonSchema.ts';
import { didYouMean } from './nearest.ts';
import type { KeyPath, Problem } from './problems.ts';

type Issue = z.core.$ZodIssue;

/**
 * What zod found, for people. What is allowed at a key is read from the JSON schema, so a message never says less
 * than the whole rule, whichever part of it was broken.
 *
 * @param issues of a parse with `reportInput: true`
 * @param schema of the value that was parsed
 * @param prefix the path of that value in the config
 */
export function explainIssues(issues: readonly Issue[], schema: JsonSchema, prefix: KeyPath = []): Problem[] {
  return issues
    .filter((issue) => issue.code !== 'custom' || !issues.some((other) => isWithin(other, issue)))
    .flatMap((issue) => explainIssue(issue, schema, prefix));
}

/** A rule over a whole mapping (shares add up to 1) means nothing while a part of it is wrong or misspelt. */
function isWithin(inner: Issue, outer: Issue): boolean {
  return inner !== outer && inner.code !== 'custom' && outer.path.every((key, depth) => inner.path[depth] === key);
}

function explainIssue(issue: Issue, schema: JsonSchema, prefix: KeyPath): Problem[] {
  const within = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
  const path = [...prefix, ...within];
  const rule = schemaAt(schema, within);
  if (issue.code === 'unrecognized_keys') {
    const known = rule === undefined ? [] : keysOf(rule);
    const list = known.length === 0 ? '' : ` Known keys: ${known.join(', ')}.`;
    return issue.keys.map((key, nth) => ({
      path: [...path, key],
      what: `unknown key${didYouMean(key, known)}${nth === 0 ? list : ''}`,
    }));
  }
  if (rule === undefined || hasOwnWords(issue))
    return [{ path, what: `${issue.message.replace(/\.$/, '')}${foundScalar(issue)}.` }];
  if (issue.code === 'invalid_union') {
    const meant = issue.errors.findIndex((branch) => branch.every(hasRightType));
    const branchRule = alternatives(rule)[meant] ?? rule;
    if (meant >= 0) return (issue.errors[meant] ?? []).flatMap((inner) => explainIssue(inner, branchRule, path));
  }
  return [{ path, what: mismatch(issue.input, rule) }];
}

/** The alternative of a union that was meant takes values of this type; only what is in the value is wrong. */
function hasRightType(issue: Issue): boolean {
  if (issue.path.length > 0) return true;
  return issue.code === 'invalid_value' ? typeof issue.input === 'string' : issue.code !== 'invalid_type';
}

/** A rule that says itself what it wants; zod's words for a pattern all begin alike. */
function hasOwnWords({ code, message }: Issue): boolean {
  return code === 'custom' || (code === 'invalid_format' && !message.startsWith('Invalid '));
}

/** A stage's own rule says what is allowed; what was found is added where it is short. */
function foundScalar({ input }: Issue): string {
  return typeof input === 'string' || typeof input === 'number' ? `, found ${found(input)}` : '';
}

function mismatch(input: unknown, rule: JsonSchema): string {
  if (input === undefined) return `missing; expected ${allowed(rule)}.`;
  const hint = typeof input === 'string' ? didYouMean(input, choicesOf(rule)) : '.';
  return `expected ${allowed(rule)}, found ${found(input)}${hint}`;
}
