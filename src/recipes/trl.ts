import { python } from './lines.ts';
import { datasetsImport, docstring, loadingLines, standardImports, trainingArguments } from './pythonParts.ts';
import type { Recipe, RecipeFacts, Training } from './recipe.ts';

const FILE = 'train.py';

/**
 * One Python script. Names as in trl 1.16 (trl/trainer/{sft,dpo,kto,reward}_config.py), peft's LoraConfig and transformers'
 * BitsAndBytesConfig, whose values for 4 bits are those of QLoRA (Dettmers et al. 2023).
 */
const trl: Recipe = {
  target: 'trl',
  adapter: 'peft',
  files: (facts) => [{ name: FILE, text: `${script(facts).join('\n')}\n` }],
  commands: ({ recipe }) => [`python ${recipe}/${FILE}`],
};

export default trl;

interface Trainer {
  readonly name: 'SFT' | 'DPO' | 'KTO' | 'Reward';
  /** Arguments of its own, each a line. */
  readonly more: readonly string[];
  /** What to know of it, each a line. */
  readonly notes: readonly string[];
}

function trainerOf({ dataset, weights, training }: RecipeFacts): Trainer {
  switch (dataset.format) {
    case 'preference':
      return { name: 'DPO', more: ['beta=0.1,'], notes: [rateNote('1e-6')] };
    case 'reward':
      return { name: 'Reward', more: [], notes: [rateNote('1e-4')] };
    case 'kto':
      return {
        name: 'KTO',
        more: [
          'beta=0.1,',
          `desirable_weight=${python(weights?.desirable ?? 1)},`,
          `undesirable_weight=${python(weights?.undesirable ?? 1)},`,
        ],
        notes: [
          rateNote('1e-6'),
          ...(training.batch_size > 1
            ? []
            : ['KTO compares examples of one batch, so it takes two at a time at least.']),
        ],
      };
    case 'chatml':
      return {
        name: 'SFT',
        more: ['assistant_only_loss=True,'],
        notes: ['Only what the assistant says is learned; the chat template must mark it ({% generation %}).'],
      };
    default:
      return { name: 'SFT', more: [], notes: [] };
  }
}

function rateNote(usual: string): string {
  return `TRL itself starts this trainer with a learning rate of ${usual}; this one is from the config.`;
}

function script(facts: RecipeFacts): string[] {
  const { training, rows } = facts;
  const { name, more, notes } = trainerOf(facts);
  const [qlora, adapter] = [training.method === 'qlora', training.method !== 'full'];
  return [
    ...docstring('trl', facts),
    ...standardImports(facts),
    '',
    ...(qlora ? ['import torch'] : []),
    datasetsImport(facts),
    ...(adapter ? ['from peft import LoraConfig'] : []),
    ...(qlora ? ['from transformers import BitsAndBytesConfig'] : []),
    `from trl import ${name}Config, ${name}Trainer`,
    '',
    `MODEL = ${python(training.base_model)}`,
    `OUTPUT = Path(__file__).resolve().parent / ${python(facts.output.fromRecipe)}`,
    ...loadingLines(facts),
    '',
    ...(adapter ? adapterLines(training, name) : []),
    ...notes.map((note) => `# ${note}`),
    `args = ${name}Config(`,
    ...trainingArguments(facts, name, '    '),
    ...more.map((line) => `    ${line}`),
    ...(adapter
      ? [`    model_init_kwargs={${qlora ? '"quantization_config": FOUR_BITS, ' : ''}"dtype": "bfloat16"},`]
      : []),
    ')',
    `trainer = ${name}Trainer(`,
    '    model=MODEL,',
    '    args=args,',
    '    train_dataset=data["train"],',
    ...(rows.val === 0 ? [] : ['    eval_dataset=data["validation"],']),
    ...(adapter ? ['    peft_config=LORA,'] : []),
    ')',
    'trainer.train()',
    'trainer.save_model()',
  ];
}

function adapterLines({ lora, method }: Training, trainer: Trainer['name']): string[] {
  return [
    'LORA = LoraConfig(',
    `    r=${python(lora.rank)},`,
    `    lora_alpha=${python(lora.alpha)},`,
    `    lora_dropout=${python(lora.dropout)},`,
    `    target_modules=${python(lora.target_modules)},`,
    `    task_type=${python(trainer === 'Reward' ? 'SEQ_CLS' : 'CAUSAL_LM')},`,
    ')',
    ...(method === 'qlora'
      ? [
          'FOUR_BITS = BitsAndBytesConfig(',
          '    load_in_4bit=True,',
          '    bnb_4bit_quant_type="nf4",',
          '    bnb_4bit_use_double_quant=True,',
          '    bnb_4bit_compute_dtype=torch.bfloat16,',
          ')',
        ]
      : []),
  ];
}
