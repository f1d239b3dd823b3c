/**
 * Signs that tokenizers read as control and not as text: they end a turn, open another speaker's, or call a tool. Each
 * begins with `<`, `[` or `]`; none holds white space. Names are facts of the tokenizers; where they are listed stands
 * with each family, "config" being `tokenizer_config.json` (`added_tokens_decoder`) of the model named.
 *
 * What is a word of prose (`USER:`, `### Response:`, `>>QUESTION<<`) is no token, and no harm comes of it.
 */
export const CONTROL_TOKENS: Readonly<Record<string, readonly string[]>> = {
  // llama2 of meta-llama/llama (llama/generation.py: B_INST, B_SYS), tokenizer.model: <unk>, <s>, </s>.
  // `<s>` is HTML, too, for what is struck out; but `</s>` ends the answer of every model with this vocabulary, Vicuna's,
  // Zephyr's and Mistral's among them, and an answer about HTML is as readable with a space in its tag.
  llama: ['[INST]', '[/INST]', '<<SYS>>', '<</SYS>>', '<s>', '</s>', '<unk>', '<pad>'],

  // mistral-common, SpecialTokens in tokens/tokenizers/base.py; [THINK] and [AUDIO] in its tekken.json files.
  mistral: [
    '[AVAILABLE_TOOLS]',
    '[/AVAILABLE_TOOLS]',
    '[TOOL_RESULTS]',
    '[/TOOL_RESULTS]',
    '[TOOL_CALLS]',
    '[TOOL_CONTENT]',
    '[SYSTEM_PROMPT]',
    '[/SYSTEM_PROMPT]',
    '[ARGS]',
    '[CALL_ID]',
    '[THINK]',
    '[/THINK]',
    '[IMG]',
    '[IMG_BREAK]',
    '[IMG_END]',
    '[AUDIO]',
    '[BEGIN_AUDIO]',
    '[PREFIX]',
    '[MIDDLE]',
    '[SUFFIX]',
  ],

  // google/gemma-3-27b-it, config; google/gemma-4-E2B-it, chat_template.jinja: a bar on one side only.
  gemma: [
    '<bos>',
    '<eos>',
    '<mask>',
    '<start_of_turn>',
    '<end_of_turn>',
    '<start_of_image>',
    '<end_of_image>',
    '<image_soft_token>',
    '<|turn>',
    '<turn|>',
    '<|channel>',
    '<channel|>',
    '<|tool>',
    '<tool|>',
    '<|tool_call>',
    '<tool_call|>',
    '<|tool_response>',
    '<tool_response|>',
    '<start_function_declaration>',
    '<end_function_declaration>',
    '<start_function_call>',
    '<end_function_call>',
    '<start_function_response>',
    '<end_function_response>',
  ],

  // Qwen/Qwen3-8B, config: added tokens with `special: false`, which are one token in text all the same. Hermes 3 and the
  // reasoning models of DeepSeek and others share them.
  qwen: ['<think>', '</think>', '<tool_call>', '</tool_call>', '<tool_response>', '</tool_response>'],

  // zai-org/GLM-4.5, config.
  glm: ['[gMASK]', '[sMASK]', '<sop>', '<eop>', '<arg_key>', '</arg_key>', '<arg_value>', '</arg_value>'],

  // LGAI-EXAONE/EXAONE-4.0-32B, config.
  exaone: ['[|system|]', '[|user|]', '[|assistant|]', '[|tool|]', '[|endofturn|]', '[BOS]'],

  // MiniMaxAI/MiniMax-M2, chat_template.jinja.
  minimax: [']~!b[', ']~b]', '[e~[', '<minimax:tool_call>', '</minimax:tool_call>'],

  // ByteDance-Seed/Seed-OSS-36B-Instruct, config.
  seed: ['<seed:bos>', '<seed:eos>', '<seed:think>', '</seed:think>', '<seed:tool_call>', '</seed:tool_call>'],

  // bigcode/starcoder2-15b and ibm-granite/granite-8b-code-instruct, config.
  starcoder: [
    '<fim_prefix>',
    '<fim_middle>',
    '<fim_suffix>',
    '<fim_pad>',
    '<repo_name>',
    '<file_sep>',
    '<issue_start>',
    '<issue_comment>',
    '<issue_closed>',
    '<jupyter_start>',
    '<jupyter_text>',
    '<jupyter_code>',
    '<jupyter_output>',
    '<empty_output>',
  ],
};

/**
 * Families whose tokens are too many for a list.
 *
 * `bars` are those of ChatML, Qwen, the GPTs and gpt-oss (harmony), Llama 3 and 4, Phi, Command R, Granite, OLMo, Kimi,
 * GLM and, with full-width bars, DeepSeek: `<|im_end|>`, `<|endoftext|>`, `<|eot_id|>`, `<|START_OF_TURN_TOKEN|>`,
 * `<|start_of_role|>`, `<｜end▁of▁sentence｜>`. Whatever is written so is taken for one, as new models bring new names; the
 * longest of those seen has 36 signs (`<|reserved_special_token_247|>` and the like), 64 leave room.
 *
 * `numbered` are `<unused0>` (Gemma, config), `<extra_id_1>`, which begins a turn of Nemotron (nvidia/Minitron-8B-Base and
 * T5), `<reserved_106>`, which begins one of Baichuan 2 (config).
 */
export const CONTROL_TOKEN_SHAPES = {
  bars: String.raw`<[|｜][^\s<>|｜]{1,64}[|｜]>`,
  numbered: String.raw`<(?:unused|extra_id_|reserved_)\d{1,4}>`,
} as const;
