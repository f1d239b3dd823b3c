/**
 * Code blocks of the chats in which a finding is what it says: `info@example.com` in a test, an address of a private
 * network in a config. Each was looked at; whatever is found in a block and not named here is a false alarm. By where the block
 * is, see `scoreCode`, and what it holds.
 */
export const REVIEWED: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['arena_hard_v01_gpt35.jsonl, text 264, block 0', ['EMAIL']],
  ['arena_hard_v01_gpt35.jsonl, text 341, block 0', ['EMAIL']],
  ['arena_hard_v01_gpt35.jsonl, text 901, block 2', ['IP_ADDRESS']],
  ['arena_hard_v01_gpt35.jsonl, text 1048, block 0', ['IP_ADDRESS']],
  ['arena_hard_v01_gpt35.jsonl, text 1405, block 0', ['IP_ADDRESS']],
  ['arena_hard_v01_gpt35.jsonl, text 1762, block 1', ['IP_ADDRESS']],
  ['arena_hard_v01_gpt35.jsonl, text 1783, block 0', ['IP_ADDRESS']],
  ['arena_hard_v01_gpt35.jsonl, text 2721, block 0', ['IP_ADDRESS']],
  ['fastchat/fastchat/llm_judge/data/vicuna_bench/reference_answer/gpt-4.jsonl, text 8, block 0', ['EMAIL']],
  ['llamafactory/dpo_en_demo.json, text 295, block 1', ['EMAIL']],
  ['llamafactory/dpo_zh_demo.json, text 1721, block 1', ['EMAIL']],
  ['llamafactory/dpo_zh_demo.json, text 1721, block 2', ['EMAIL']],
  ['llamafactory/glaive_toolcall_en_demo.json, text 83, block 0', ['EMAIL']],
  ['llamafactory/glaive_toolcall_en_demo.json, text 127, block 0', ['PERSON']],
  ['llamafactory/reason_tool_use_demo_50.jsonl, text 132, block 0', ['EMAIL', 'PERSON']],
  ['llmbar/Processed/FairEval/dataset.json, text 148, block 0', ['EMAIL']],
  ['llmbar/Processed/FairEval/dataset.json, text 149, block 0', ['EMAIL']],
  ['arena_hard_v01_gpt35.jsonl, text 2693, block 0', ['IP_ADDRESS']],
  ['arena_hard_v01_gpt35.jsonl, text 2735, block 0', ['COORDINATES']],
  ['arena_hard_v01_gpt35.jsonl, text 3092, block 0', ['ADDRESS']],
  ['arena_hard_v01_gpt35.jsonl, text 3099, block 0', ['SECRET']],
  ['arena_hard_v2_questions.jsonl, text 659, block 1', ['IP_ADDRESS']],
  ['llmbar/LLMBar/Adversarial/Neighbor/dataset.json, text 392, block 0', ['PERSON']],
]);
