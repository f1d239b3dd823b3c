/**
 * What somebody saw who looked at answers that people preferred and the pipeline drops: by corpus, place and stage. `right` begins a reason
 * why it should fall though it was preferred to another, `wrong` one why it should not.
 */
export const REVIEWED: ReadonlyMap<string, string> = new Map<string, string>([]);
