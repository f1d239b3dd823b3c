import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { branchesOf, lastLeaf, pathTo, type Turn } from '../../src/importers/branches.ts';
import { chatgpt } from '../../src/importers/chatgpt.ts';
import type { JsonObject } from '../../src/measures/jsonObject.ts';
import { readAll } from './reading.ts';

/** A tree of which node 0 is the root: every other node names an earlier one as its parent. */
const parents = fc
  .array(fc.nat(), { minLength: 1, maxLength: 30 })
  .map((numbers) => numbers.map((number, at) => (at === 0 ? undefined : number % at)));

/** Any node may name any node, itself, or one that is not there. */
const knots = fc.array(fc.option(fc.integer({ min: 0, max: 40 }), { nil: undefined }), { minLength: 1, maxLength: 30 });

function turnsOf(list: readonly (number | undefined)[], rated: (at: number) => boolean = () => false) {
  return new Map<string, Turn>(
    list.map((parent, at) => [
      `n${at}`,
      {
        id: `n${at}`,
        parent: parent === undefined ? undefined : `n${parent}`,
        messages: [{ role: at % 2 === 0 ? 'user' : 'assistant', content: `says ${at}` }],
        ...(rated(at) && { feedback: [{ thumbs: 'up' as const }] }),
      },
    ]),
  );
}

function entryOf(list: readonly (number | undefined)[], current: number): JsonObject {
  const mapping = Object.fromEntries(
    list.map((parent, at) => [
      `n${at}`,
      {
        id: `n${at}`,
        parent: parent === undefined ? null : `n${parent}`,
        children: [],
        message: {
          id: `n${at}`,
          author: { role: at % 2 === 0 ? 'user' : 'assistant' },
          content: { content_type: 'text', parts: [`says ${at}`] },
        },
      },
    ]),
  );
  return { conversation_id: 'c', create_time: 1_759_309_200, mapping, current_node: `n${current}` };
}

/** From the root to a node, told another way. */
function upFrom(list: readonly (number | undefined)[], leaf: number): string[] {
  const above = list[leaf];
  return above === undefined ? [`says ${leaf}`] : [...upFrom(list, above), `says ${leaf}`];
}

describe('the current branch', () => {
  test('has each of its messages once, in order', () => {
    fc.assert(
      fc.property(parents, fc.nat(), (list, number) => {
        const leaf = number % list.length;
        const [read] = readAll(chatgpt, [entryOf(list, leaf)]);
        const messages = read?.conversations?.[0]?.line.messages;
        expect(messages).toEqual(
          upFrom(list, leaf).map((content) => ({
            role: Number(content.slice(5)) % 2 === 0 ? 'user' : 'assistant',
            content,
          })),
        );
      }),
    );
  });

  test('ends where nodes go in circles, or have parents that are not there', () => {
    fc.assert(
      fc.property(knots, fc.nat(), (list, number) => {
        const path = pathTo(turnsOf(list), `n${number % list.length}`).map(({ id }) => id);
        expect(new Set(path).size).toBe(path.length);
        expect(path.at(-1)).toBe(`n${number % list.length}`);
        expect(() => lastLeaf(turnsOf(list))).not.toThrow();
      }),
    );
  });
});

describe('answers beside it', () => {
  test('are conversations of their own when they are rated, and feedback points at the answer', () => {
    fc.assert(
      fc.property(parents, fc.nat(), fc.func(fc.boolean()), (list, number, isRated) => {
        const leaf = number % list.length;
        const turns = turnsOf(list, (at) => at % 2 === 1 && isRated(at));
        const { conversations = [], feedback = [] } = branchesOf(turns, `n${leaf}`, { id: 'c', time: 1000 });
        const rated = [...turns.values()].filter((turn) => turn.feedback !== undefined);
        expect(feedback.length).toBe(rated.length);
        const onMain = new Set(upFrom(list, leaf));
        const aside = rated.filter(({ messages }) => !onMain.has(messages[0]?.content ?? ''));
        expect(conversations.length).toBe(1 + aside.length);
        const byId = new Map(conversations.map(({ conversation_id, line }) => [conversation_id, line.messages]));
        const said = feedback.map(({ conversation_id, line }) => {
          const messages = byId.get(conversation_id);
          return Array.isArray(messages) ? messages[Number(line.message_index)].content : undefined;
        });
        expect(said.toSorted()).toEqual(rated.map(({ messages }) => messages[0]?.content).toSorted());
      }),
    );
  });

  test('are a hundred at most', () => {
    const list = [undefined, ...Array.from({ length: 300 }, () => 0)];
    const { conversations } = branchesOf(
      turnsOf(list, (at) => at > 0),
      'n1',
      { id: 'c', time: undefined },
    );
    expect(conversations?.length).toBe(101);
  });
});
