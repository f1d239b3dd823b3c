import { headOf, python } from './lines.ts';
import type { RecipeFacts } from './recipe.ts';

/** The string at the head of a script. */
export function docstring(target: string, facts: RecipeFacts): string[] {
  const [first = '', ...rest] = headOf(target, facts);
  return [`"""${first}`, ...rest, '"""', ''];
}

/** Lines that name the files, and load them as `data`. */
export function loadingLines({ dataset, folder }: RecipeFacts): string[] {
  const { train = '', val } = dataset.files;
  const reader = /\.(parquet|csv)(?:\.gz)?$/.exec(train)?.[1] ?? 'json';
  return [
    `DATA = Path(__file__).resolve().parent / ${python(folder.fromRecipe)}`,
    `FILES = {"train": str(DATA / ${python(train)})}`,
    ...(val === undefined ? [] : [`FILES["validation"] = str(DATA / ${python(val)})`]),
    `data = load_dataset(${python(reader)}, data_files=FILES)`,
  ];
}

/**
 * Arguments of every trainer of TRL, which are transformers' own but for the length (docs: transformers TrainingArguments).
 * A share of the steps as `warmup_steps` is what transformers 5 has instead of `warmup_ratio`.
 */
export function trainingArguments({ training, length, rows }: RecipeFacts, trainer: string, indent: string): string[] {
  // KTO makes its mismatched answers of the other examples of a batch (TRL, KTOTrainer).
  const batch = trainer === 'KTO' ? Math.max(training.batch_size, 2) : training.batch_size;
  return [
    `output_dir=str(OUTPUT),`,
    `max_length=${python(length.max_length)},`,
    `num_train_epochs=${python(training.epochs)},`,
    `per_device_train_batch_size=${python(batch)},`,
    `gradient_accumulation_steps=${python(training.gradient_accumulation_steps)},`,
    `learning_rate=${python(training.learning_rate)},`,
    `lr_scheduler_type="cosine",`,
    `warmup_steps=${python(training.warmup_ratio)},`,
    ...(rows.val === 0 ? [] : [`eval_strategy="epoch",`, `per_device_eval_batch_size=${python(batch)},`]),
    `save_strategy="epoch",`,
    `logging_steps=10,`,
    `report_to="none",`,
  ].map((line) => indent + line);
}
