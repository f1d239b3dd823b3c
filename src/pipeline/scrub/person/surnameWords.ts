/**
 * Common surnames of the census of 1990 that are ordinary words in the first place. Made by scripts/pack_names.mjs: change that.
 */
export const SURNAME_WORDS = `
best bird branch bridges case cash fields flowers gray head horn hunt justice key lang long love may mercado miles rice
rich riddle sharp walls webster young
`;
