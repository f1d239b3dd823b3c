import { z } from 'zod';

const share = z.number().min(0).max(1);

const milestones = z
  .array(
    z.strictObject({
      at: z.number().int().min(1).describe('kept examples at which it is reached'),
      name: z.string().min(1).describe('what the team can do by then'),
    }),
  )
  .superRefine((list, context) => {
    for (const [index, milestone] of list.entries()) {
      const before = list[index - 1];
      if (before === undefined || milestone.at > before.at) continue;
      const message = `milestones must ascend, but ${milestone.at} follows ${before.at}`;
      context.addIssue({ code: 'custom', path: [index, 'at'], message });
    }
  });

export const goalSchema = z
  .strictObject({
    // Ours: about the size of Alpaca (Taori et al. 2023: 52,000).
    examples: z.number().int().min(1).default(50_000).describe('how many good examples the team wants'),
    // LIMA (Zhou et al. 2023) tuned a model with 1,000 examples; the steps between are ours.
    milestones: milestones
      .default([
        { at: 1_000, name: 'first experiments' },
        { at: 5_000, name: 'first fine-tune' },
        { at: 10_000, name: 'useful adapter' },
        { at: 25_000, name: 'strong adapter' },
        { at: 50_000, name: 'production data set' },
      ])
      .describe('steps on the way that `curate progress` shows, in ascending order'),
    // Both ours: enough ratings to see trouble within a week; with fewer good ones the bot needs mending before tuning.
    feedback_rate: share.default(0.1).describe('share of conversations with feedback that the team aims for'),
    positive_rate: share
      .default(0.7)
      .describe('share of rated conversations with a positive rating that the team aims for'),
  })
  .describe('what the team is working towards, for `curate progress`');

const lora = z
  .strictObject({
    // Ours: 4 to 8 were enough for Hu et al. 2021 (LoRA); chat about many subjects has more to learn.
    rank: z.number().int().min(1).max(1024).default(16).describe('rank of the adapter matrices'),
    // Ours: twice the rank, as is the custom.
    alpha: z.number().positive().default(32).describe('scale of the adapter: it is multiplied by alpha / rank'),
    // Ours: QLoRA (Dettmers et al. 2023) takes 0.1 up to 13 billion parameters, 0.05 above.
    dropout: z.number().min(0).max(0.9).default(0.05).describe('share of adapter inputs dropped while training'),
    // The attention layers, as in Hu et al. 2021.
    target_modules: z
      .array(z.string().min(1))
      .min(1)
      .default(['q_proj', 'k_proj', 'v_proj', 'o_proj'])
      .describe('layers that get an adapter, by the names of the base model'),
  })
  .prefault({})
  .describe('the adapter, for the methods `lora` and `qlora`');

export const trainingSchema = z
  .strictObject({
    base_model: z
      .string()
      .min(1)
      .default('meta-llama/Llama-3.1-8B-Instruct')
      .describe('the model to tune, as Hugging Face names it'),
    method: z
      .enum(['lora', 'qlora', 'full'])
      .default('lora')
      .describe('adapter, adapter on a 4-bit model, or all weights'),
    lora,
    // Alpaca.
    epochs: z.number().positive().default(3).describe('passes over the training split'),
    // Both together 16, as in QLoRA for 7 and 13 billion parameters; so is the learning rate.
    batch_size: z.number().int().min(1).default(4).describe('examples in one step on one device'),
    gradient_accumulation_steps: z
      .number()
      .int()
      .min(1)
      .default(4)
      .describe('steps that share one update of the weights'),
    learning_rate: z.number().positive().max(1).default(2e-4).describe('highest learning rate'),
    // Alpaca.
    warmup_ratio: share.default(0.03).describe('share of the steps over which the learning rate rises'),
    // Ours: some 8,000 characters, enough for nearly every exchange.
    max_seq_length: z
      .number()
      .int()
      .min(16)
      .default(2048)
      .describe('tokens of the longest example that the trainer takes'),
  })
  .describe('settings handed on to a trainer; they change nothing in the data');
