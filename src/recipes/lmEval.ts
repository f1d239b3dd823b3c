import { comment, headOf, yaml } from './lines.ts';
import type { RecipeFacts, RecipeFile } from './recipe.ts';

/** How a row is asked and scored: Jinja, as the harness renders it. */
interface Question {
  readonly text: string;
  readonly target: string;
  readonly kind: 'answer' | 'choice' | 'text';
}

/** Says who speaks only where there is more than a question. */
const TURNS = (list: string, role: string, content: string): string =>
  `{% for turn in ${list} %}{% if not loop.first %}\n\n{% endif %}{% if ${list} | length > 1 %}{{ turn.${role} }}: {% endif %}{{ turn.${content} }}{% endfor %}`;

const CHOICE: Question = {
  kind: 'choice',
  text: TURNS('prompt', 'role', 'content'),
  target: '{{ [chosen[-1].content, rejected[-1].content] }}',
};

const QUESTIONS: Readonly<Record<string, Question>> = {
  chatml: { kind: 'answer', text: TURNS('messages[:-1]', 'role', 'content'), target: '{{ messages[-1].content }}' },
  sharegpt: {
    kind: 'answer',
    text: TURNS('conversations[:-1]', 'from', 'value'),
    target: '{{ conversations[-1].value }}',
  },
  'prompt-completion-messages': {
    kind: 'answer',
    text: TURNS('prompt', 'role', 'content'),
    target: '{{ completion[-1].content }}',
  },
  'prompt-completion': { kind: 'answer', text: '{{ prompt }}', target: '{{ completion }}' },
  alpaca: {
    kind: 'answer',
    text: '{{ instruction }}{% if input %}\n{{ input }}{% endif %}',
    target: '{{ output }}',
  },
  text: { kind: 'text', text: '', target: '{{ text }}' },
  'chatml-text': { kind: 'text', text: '', target: '{{ text }}' },
  preference: CHOICE,
  reward: CHOICE,
};

export const LM_EVAL_FILE = 'curated_test.yaml';

/**
 * A task of lm-evaluation-harness for the test split; nothing where there is none, or no way to score a row. Keys as in its
 * docs/task_guide.md; metrics are those it brings along, and for texts those of its task wikitext.
 */
export function lmEvalTask(facts: RecipeFacts, target: string): RecipeFile | undefined {
  const { dataset, folder } = facts;
  const question = QUESTIONS[dataset.format];
  const file = dataset.files.test;
  if (question === undefined || file === undefined) return undefined;
  const reader = /\.(parquet|csv)(?:\.gz)?$/.exec(file)?.[1] ?? 'json';
  const lines = [
    ...comment([
      ...headOf(target, facts),
      'A task of lm-evaluation-harness: how well the tuned model answers what it has not seen.',
    ]),
    '',
    yaml('task', 'curated_test'),
    yaml('dataset_path', reader),
    'dataset_kwargs:',
    '  data_files:',
    `    ${yaml('test', `${folder.fromHere}/${file}`)}`,
    yaml('test_split', 'test'),
    ...questionLines(question, facts),
    'metadata:',
    `  ${yaml('version', 1)}`,
  ];
  return { name: LM_EVAL_FILE, text: `${lines.join('\n')}\n` };
}

function questionLines({ kind, text, target }: Question, { length }: RecipeFacts): string[] {
  if (kind === 'text') {
    return [
      yaml('output_type', 'loglikelihood_rolling'),
      yaml('doc_to_text', text),
      yaml('doc_to_target', target),
      'metric_list:',
      ...['word_perplexity', 'byte_perplexity', 'bits_per_byte'].map((metric) => `  - ${yaml('metric', metric)}`),
    ];
  }
  if (kind === 'choice') {
    return [
      yaml('output_type', 'multiple_choice'),
      yaml('doc_to_text', text),
      yaml('doc_to_choice', target),
      yaml('doc_to_target', 0),
      'metric_list:',
      `  - ${yaml('metric', 'acc')}`,
    ];
  }
  return [
    yaml('output_type', 'generate_until'),
    yaml('doc_to_text', text),
    yaml('doc_to_target', target),
    yaml('target_delimiter', ''),
    'generation_kwargs:',
    `  ${yaml('until', [])}`,
    `  ${yaml('do_sample', false)}`,
    `  ${yaml('max_gen_toks', length.max_length)}`,
    'metric_list:',
    ...['chrf', 'bleu'].map((metric) => `  - ${yaml('metric', metric)}`),
  ];
}

/** How the task is run on the tuned adapter. */
export function lmEvalCommand({ recipe, training, output: { fromHere: output } }: RecipeFacts): string {
  const model =
    training.method === 'full' ? `pretrained=${output}` : `pretrained=${training.base_model},peft=${output}`;
  return `lm_eval --model hf --model_args ${model} --tasks curated_test --include_path ${recipe} --apply_chat_template`;
}
