import { isList } from '../formats/columnType.ts';
import { columnNamed } from '../targets/columnNamed.ts';
import { headOf, python } from './lines.ts';
import type { RecipeFacts } from './recipe.ts';

/** The string at the head of a script. */
export function docstring(target: string, facts: RecipeFacts): string[] {
  const [first = '', ...rest] = headOf(target, facts);
  return [`"""${first}`, ...rest, '"""', ''];
}

/** Whether rows have definitions of tools, and messages as OpenAI has them. */
export function hasToolMessages({ dataset: { columns, format } }: RecipeFacts): boolean {
  return format !== 'sharegpt' && columnNamed(columns, 'tools');
}

/** What `loadingLines` need of Python itself. */
export function standardImports(facts: RecipeFacts): string[] {
  return [...(hasToolMessages(facts) ? ['import json'] : []), 'from pathlib import Path'];
}

/** What `loadingLines` need of `datasets`. */
export function datasetsImport(facts: RecipeFacts): string {
  return `from datasets import ${hasToolMessages(facts) ? 'Features, Json, ' : ''}load_dataset`;
}

/** Lines that name the files, and load them as `data`. */
export function loadingLines(facts: RecipeFacts): string[] {
  const { dataset, folder } = facts;
  const { train = '', val } = dataset.files;
  const reader = /\.(parquet|csv)(?:\.gz)?$/.exec(train)?.[1] ?? 'json';
  return [
    `DATA = Path(__file__).resolve().parent / ${python(folder.fromRecipe)}`,
    `FILES = {"train": str(DATA / ${python(train)})}`,
    ...(val === undefined ? [] : [`FILES["validation"] = str(DATA / ${python(val)})`]),
    `data = load_dataset(${python(reader)}, data_files=FILES)`,
    ...(hasToolMessages(facts) ? toolLines(facts) : []),
  ];
}

/**
 * `datasets` needs an empty `tool_calls` and `tools` in rows without; templates do not bear them: that of Llama 3.1 raises on the
 * one, and announces tools for the other (chat_template of its tokenizer_config.json).
 */
function toolLines({ dataset: { columns } }: RecipeFacts): string[] {
  const lists = columns.filter(({ name, type }) => name !== 'tools' && isList(type)).map(({ name }) => name);
  return [
    `MESSAGES = ${python(lists)}`,
    '',
    '',
    'def without_empty(row):',
    '    """Chat templates ask whether a key is there, not whether it holds anything."""',
    '    turns = {',
    '        name: [{key: value for key, value in turn.items() if key != "tool_calls" or value} for turn in row[name]]',
    '        for name in MESSAGES',
    '    }',
    '    return {**turns, "tools": json.loads(row["tools"]) or None}',
    '',
    '',
    'features = Features({**data["train"].features, **{name: [Json()] for name in MESSAGES}, "tools": Json()})',
    'data = data.map(without_empty, features=features)',
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
