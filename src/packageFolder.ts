/**
 * The folder of this package, above both `src/` and `dist/`. Files of the package are named from here and from nowhere
 * else: in `dist/` modules lie in bundles, not where they lie in `src/`.
 */
export const PACKAGE_FOLDER = new URL('../', import.meta.url);
