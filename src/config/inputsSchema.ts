import { z } from 'zod';

const names = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]).optional();
const globs = z.array(z.string().min(1)).min(1);

const conversationFields = z
  .strictObject({
    id: names.describe('of the conversation or exchange'),
    timestamp: names.describe('ISO 8601, or epoch seconds or milliseconds'),
    user: names.describe('who asked'),
    session: names.describe('what ties exchanges together'),
    user_message: names.describe('the question of an exchange'),
    assistant_message: names.describe('the answer of an exchange'),
    messages: names.describe('the list of messages of a whole conversation'),
    role: names.describe('who speaks, inside a message'),
    content: names.describe('what is said, inside a message'),
    language: names.describe('facet'),
    intent: names.describe('facet'),
    framework: names.describe('facet'),
    complexity: names.describe('facet'),
    model: names.describe('facet: the model that answered'),
    source: names.describe('facet: `real` or `synthetic`'),
    context: names.describe('facet'),
  })
  .prefault({})
  .describe(
    'names that your conversation lines use, tried before the usual ones; a dot goes into an object (`meta.user`)',
  );

const feedbackFields = z
  .strictObject({
    id: names.describe('of the conversation or exchange that was rated'),
    user: names.describe('who rated'),
    message_index: names.describe('which message was rated, counted from 0'),
    stars: names.describe('1 to 5'),
    thumb: names.describe('up or down'),
    comment: names.describe('what the user wrote about the answer'),
    correction: names.describe('a better answer'),
    timestamp: names.describe('of the rating'),
  })
  .prefault({})
  .describe('names that your feedback lines use, tried before the usual ones');

export const inputsSchema = z
  .strictObject({
    conversations: globs
      .default(['conversations*.jsonl', 'conversations*.jsonl.gz', 'conversations*.json', 'conversations*.json.gz'])
      .describe('globs of the conversation files, relative to `<data>/training_logs`, or absolute'),
    feedback: globs
      .default(['feedback*.jsonl', 'feedback*.jsonl.gz', 'comments*.jsonl', 'comments*.jsonl.gz'])
      .describe('globs of the feedback files, relative to `<data>/training_logs`, or absolute'),
    // Default, ours: a thousand times a long exchange; above it a line is a dump that went to the wrong file.
    // Bounds, ours: under 1 KiB ordinary lines are lost; a line of 256 MiB comes near the longest string of Node.
    max_line_bytes: z
      .number()
      .int()
      .min(1024)
      .max(256 * 1024 * 1024)
      .default(16 * 1024 * 1024)
      .describe('longer lines are quarantined unread'),
    fields: conversationFields,
    feedback_fields: feedbackFields,
  })
  .describe('which files are read, and what their fields are called');
