import { python } from './lines.ts';
import {
  datasetsImport,
  docstring,
  hasToolMessages,
  loadingLines,
  standardImports,
  trainingArguments,
} from './pythonParts.ts';
import type { Recipe, RecipeFacts } from './recipe.ts';

const FILE = 'train.py';

/**
 * One Python script. Names as in Unsloth's README (FastLanguageModel.from_pretrained, get_peft_model) and
 * docs.unsloth.ai/basics/chat-templates (train_on_responses_only); the trainers are TRL's.
 */
const unsloth: Recipe = {
  target: 'unsloth',
  adapter: 'peft',
  files: (facts) => [{ name: FILE, text: `${script(facts).join('\n')}\n` }],
  commands: ({ recipe }) => [`python ${recipe}/${FILE}`],
};

export default unsloth;

function trainerOf({ dataset: { format } }: RecipeFacts): 'SFT' | 'DPO' | 'KTO' {
  if (format === 'preference') return 'DPO';
  return format === 'kto' ? 'KTO' : 'SFT';
}

function script(facts: RecipeFacts): string[] {
  const { training, rows, dataset, length } = facts;
  const trainer = trainerOf(facts);
  const sharegpt = dataset.format === 'sharegpt';
  const chat = sharegpt || dataset.format === 'chatml';
  return [
    ...docstring('unsloth', facts),
    '# Unsloth changes what is imported after it, so it comes first.',
    `from unsloth import ${['FastLanguageModel', ...(trainer === 'DPO' ? ['PatchDPOTrainer'] : [])].join(', ')}`,
    ...(chat
      ? [`from unsloth.chat_templates import ${sharegpt ? 'standardize_data_formats, ' : ''}train_on_responses_only`]
      : []),
    '',
    ...standardImports(facts),
    '',
    datasetsImport(facts),
    `from trl import ${trainer}Config, ${trainer}Trainer`,
    '',
    ...(trainer === 'DPO' ? ['PatchDPOTrainer()'] : []),
    `OUTPUT = Path(__file__).resolve().parent / ${python(facts.output.fromRecipe)}`,
    ...loadingLines(facts),
    '',
    'model, tokenizer = FastLanguageModel.from_pretrained(',
    `    model_name=${python(training.base_model)},`,
    `    max_seq_length=${python(length.max_length)},`,
    `    load_in_4bit=${python(training.method === 'qlora')},`,
    `    full_finetuning=${python(training.method === 'full')},`,
    ')',
    ...adapterLines(facts),
    ...(chat ? chatLines(facts) : []),
    '',
    `args = ${trainer}Config(`,
    ...trainingArguments(facts, trainer, '    '),
    ...(trainer === 'SFT' ? ['    dataset_text_field="text",'] : ['    beta=0.1,']),
    ...weightLines(facts, trainer),
    ')',
    `trainer = ${trainer}Trainer(`,
    '    model=model,',
    '    processing_class=tokenizer,',
    '    args=args,',
    '    train_dataset=data["train"],',
    ...(rows.val === 0 ? [] : ['    eval_dataset=data["validation"],']),
    ')',
    ...(chat ? MASKING : []),
    'trainer.train()',
    'model.save_pretrained(str(OUTPUT))',
    'tokenizer.save_pretrained(str(OUTPUT))',
  ];
}

function weightLines({ weights }: RecipeFacts, trainer: string): string[] {
  if (trainer !== 'KTO') return [];
  return [
    `    desirable_weight=${python(weights?.desirable ?? 1)},`,
    `    undesirable_weight=${python(weights?.undesirable ?? 1)},`,
  ];
}

function adapterLines({ training: { method, lora }, length }: RecipeFacts): string[] {
  if (method === 'full') return [];
  return [
    'model = FastLanguageModel.get_peft_model(',
    '    model,',
    `    r=${python(lora.rank)},`,
    `    lora_alpha=${python(lora.alpha)},`,
    `    lora_dropout=${python(lora.dropout)},`,
    `    target_modules=${python(lora.target_modules)},`,
    '    bias="none",',
    '    use_gradient_checkpointing="unsloth",',
    '    random_state=3407,',
    `    max_seq_length=${python(length.max_length)},`,
    ')',
  ];
}

/** Brings conversations to text by the template of the model. */
function chatLines(facts: RecipeFacts): string[] {
  const sharegpt = facts.dataset.format === 'sharegpt';
  const tools = hasToolMessages(facts) ? ', tools=row["tools"]' : '';
  const column = sharegpt ? 'conversations' : 'messages';
  return [
    '',
    ...(sharegpt ? ['data = {name: standardize_data_formats(split) for name, split in data.items()}'] : []),
    '',
    'def as_text(row):',
    `    return {"text": tokenizer.apply_chat_template(row[${python(column)}]${tools}, tokenize=False)}`,
    '',
    '',
    'data = {name: split.map(as_text) for name, split in data.items()}',
  ];
}

/** What stands before a question and before an answer in the templates that people use most; the first that fits is taken. */
const MASKING: readonly string[] = [
  '# What is asked is not learned: it is told from what is answered by the words of the template.',
  'PARTS = [',
  '    ("<|start_header_id|>user<|end_header_id|>\\n\\n", "<|start_header_id|>assistant<|end_header_id|>\\n\\n"),',
  '    ("<|im_start|>user\\n", "<|im_start|>assistant\\n"),',
  '    ("<start_of_turn>user\\n", "<start_of_turn>model\\n"),',
  '    ("[INST]", "[/INST]"),',
  ']',
  'example = data["train"][0]["text"]',
  'found = [parts for parts in PARTS if parts[1] in example]',
  'if not found:',
  '    raise SystemExit("This chat template is not known here: add to PARTS what it puts before a question and an answer.")',
  'trainer = train_on_responses_only(trainer, instruction_part=found[0][0], response_part=found[0][1])',
];
