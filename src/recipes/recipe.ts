import type { Dataset, FileNames } from '../targets/target.ts';

/** The section `training` of the config, see there for what each means. */
export interface Training {
  readonly base_model: string;
  readonly method: 'lora' | 'qlora' | 'full';
  readonly lora: {
    readonly rank: number;
    readonly alpha: number;
    readonly dropout: number;
    readonly target_modules: readonly string[];
  };
  readonly epochs: number;
  readonly batch_size: number;
  readonly gradient_accumulation_steps: number;
  readonly learning_rate: number;
  readonly warmup_ratio: number;
  readonly max_seq_length: number;
}

/** How long examples are, and what is made of it. */
export interface LengthChoice {
  /** Tokens of the longest example that the trainer takes. */
  readonly max_length: number;
  /** How many examples are longer, of how many. */
  readonly cut: number;
  readonly examples: number;
  /** By what tokens were counted, in words. */
  readonly counted: string;
}

/** What a recipe is made from. */
export interface RecipeFacts {
  readonly training: Training;
  readonly dataset: Dataset;
  /** The folder of the data set. */
  readonly folder: Seen;
  /** The folder of the recipe, as seen from where the trainer is started. */
  readonly recipe: string;
  /** Where the trainer puts what it made. It is not beside the data: an export replaces that folder. */
  readonly output: Seen;
  /** Rows by split. */
  readonly rows: Readonly<Record<keyof FileNames, number>>;
  readonly length: LengthChoice;
  /** For a trainer of rated answers: by how much either kind counts. */
  readonly weights: { readonly desirable: number; readonly undesirable: number } | undefined;
}

/** A folder, as seen from the folder in which the trainer is started, and from that of the recipe. */
export interface Seen {
  readonly fromHere: string;
  readonly fromRecipe: string;
}

export interface RecipeFile {
  readonly name: string;
  readonly text: string;
}

/** How a trainer is told what to do: pure functions from facts to files. */
export interface Recipe {
  /** The name of its target. */
  readonly target: string;
  /** What the trainer leaves behind: adapters as PEFT has them, or as MLX does. */
  readonly adapter: 'peft' | 'mlx';
  files(facts: RecipeFacts): readonly RecipeFile[];
  /** The commands that run it, in order. */
  commands(facts: RecipeFacts): readonly string[];
}
