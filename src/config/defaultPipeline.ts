/**
 * The record stages in the order in which they run when a config names none. Text is repaired first, so that a detector
 * sees an address as a person would read it, and no control token comes to light later; filters that judge length come before those that read every word.
 */
export const DEFAULT_PIPELINE: readonly string[] = [
  'fix_mojibake',
  'decode_entities',
  'normalize_unicode',
  'remove_invisible',
  'replace_urls',
  'normalize_whitespace',
  'control_tokens',
  'scrub',
  'detect_language',
  'min_question_length',
  'max_question_length',
  'min_answer_length',
  'max_answer_length',
  'drop_error_messages',
  'drop_boilerplate',
  'drop_refusals',
  'drop_echo',
  'max_repetition',
  'max_symbol_share',
  'mean_word_length',
  'min_letter_share',
  'min_stop_words',
  'compression',
  'blocked_words',
  'languages',
  'decontaminate',
];
