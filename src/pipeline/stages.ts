import control_tokens from './clean/control_tokens.ts';
import decode_entities from './clean/decode_entities.ts';
import fix_mojibake from './clean/fix_mojibake.ts';
import normalize_unicode from './clean/normalize_unicode.ts';
import normalize_whitespace from './clean/normalize_whitespace.ts';
import remove_invisible from './clean/remove_invisible.ts';
import replace_urls from './clean/replace_urls.ts';
import blocked_words from './filter/blocked_words.ts';
import compression from './filter/compression.ts';
import decontaminate from './filter/decontaminate.ts';
import drop_boilerplate from './filter/drop_boilerplate.ts';
import drop_cut_off from './filter/drop_cut_off.ts';
import drop_echo from './filter/drop_echo.ts';
import drop_error_messages from './filter/drop_error_messages.ts';
import drop_mash from './filter/drop_mash.ts';
import drop_own_instructions from './filter/drop_own_instructions.ts';
import drop_refusals from './filter/drop_refusals.ts';
import languages from './filter/languages.ts';
import match_language from './filter/match_language.ts';
import max_answer_length from './filter/max_answer_length.ts';
import max_question_length from './filter/max_question_length.ts';
import max_repetition from './filter/max_repetition.ts';
import max_symbol_share from './filter/max_symbol_share.ts';
import mean_word_length from './filter/mean_word_length.ts';
import min_answer_length from './filter/min_answer_length.ts';
import min_letter_share from './filter/min_letter_share.ts';
import min_question_length from './filter/min_question_length.ts';
import min_stop_words from './filter/min_stop_words.ts';
import detect_language from './label/detect_language.ts';
import scrub from './scrub/scrub.ts';
import type { RecordStage } from './stage.ts';
import max_tokens from './trim/max_tokens.ts';

/** Every record stage there is, alphabetical within its kind; the order in which they run is the config's. */
export const RECORD_STAGES: readonly RecordStage[] = [
  // clean
  control_tokens,
  decode_entities,
  fix_mojibake,
  normalize_unicode,
  normalize_whitespace,
  remove_invisible,
  replace_urls,
  // scrub
  scrub,
  // trim
  max_tokens,
  // label
  detect_language,
  // filter
  blocked_words,
  compression,
  decontaminate,
  drop_boilerplate,
  drop_cut_off,
  drop_echo,
  drop_error_messages,
  drop_mash,
  drop_own_instructions,
  drop_refusals,
  languages,
  match_language,
  max_answer_length,
  max_question_length,
  max_repetition,
  max_symbol_share,
  mean_word_length,
  min_answer_length,
  min_letter_share,
  min_question_length,
  min_stop_words,
];
