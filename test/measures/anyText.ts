import fc from 'fast-check';

/** Characters that mean something to some measure, from every class there is, halves of pairs among them. */
const characters = fc.oneof(
  fc.constantFrom(...' \n\t.,:-\'’_`~!=<#|"19aBzéÉ漢かー한\u0e01\u0e31\u0301\u00a0\u2028\u200b\u200d\u0085\ufeff'),
  fc.constantFrom('😀', '𝒳', '𐐷', '𠀀', '\u{1e8d0}', '\ud800', '\udc00', '\r\n', '  ', '\n\n\n', 'Ã©', 'word', ' tea'),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
);

/** Texts thrown together from them. */
export const nastyText = fc.array(characters, { maxLength: 60 }).map((all) => all.join(''));

/** Texts are read in blocks of 4096 units: here something nasty stands where one block ends and the next begins. */
export const textOverBlocks = fc
  .tuple(fc.constantFrom('a', 'a ', '漢', 'x-', '\u0301'), fc.integer({ min: 0, max: 40 }), nastyText, nastyText)
  .map(([filler, gap, end, rest]) => {
    const block = filler.repeat(4096 / filler.length).slice(0, 4096 - gap) + end;
    return `${block}${rest}${block.slice(0, 4096 - (rest.length % 40))}${end}`;
  });

export const anyText = fc.oneof({ weight: 9, arbitrary: nastyText }, { weight: 1, arbitrary: textOverBlocks });
