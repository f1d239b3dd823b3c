/** A training config that was written. */
export interface RecipeReport {
  readonly command: 'recipe';
  readonly target: string;
  readonly format: string;
  /** The folder of the export that it is for. */
  readonly export: string;
  /** The folder that it was written to. */
  readonly out: string;
  readonly files: readonly string[];
  readonly length: {
    /** Tokens of the longest example that the trainer takes. */
    readonly max_length: number;
    /** How many examples are longer, of how many that it reads. */
    readonly cut: number;
    readonly examples: number;
    /** How tokens were counted. */
    readonly counted: string;
  };
  /** Of rated answers: by how much either kind counts. */
  readonly weights: { readonly desirable: number; readonly undesirable: number } | null;
  /** What is run next, in order. */
  readonly commands: readonly string[];
}
