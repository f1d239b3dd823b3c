/**
 * Given names that are ordinary words, too: they are names with a capital only. Made by scripts/pack_names.mjs: change that.
 */
export const NAME_WORDS = `
alan andre bill dan don ella grace joy mark max sue
`;
