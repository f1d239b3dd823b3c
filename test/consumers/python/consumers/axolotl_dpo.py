"""axolotl's prompt strategy for pairs, `chat_template.default`, with the prompt's column named."""

from axolotl.prompt_strategies.dpo.chat_template import default
from axolotl.utils.dict import DictDefault

import tiny
from trl_data import loaded, same_texts

PACKAGES = ("axolotl", "transformers", "datasets")


def check(export, scratch):
    vocabulary = tiny.tokenizer()
    entry = {"path": export.folder, "type": "chat_template.default", "field_messages": "prompt"}
    transform, options = default(DictDefault({"chat_template": "tokenizer_default", "datasets": [entry]}))
    total = 0
    for split, rows in loaded(export, scratch).items():
        prepared = rows.map(transform, fn_kwargs={"tokenizer": vocabulary}, **options)
        expected = export.rows(split)
        prompts = [tiny.rendered(row["prompt"], begun=True) for row in expected]
        same_texts(list(prepared["prompt"]), prompts, f"{split}, prompt")
        for side in ("chosen", "rejected"):
            answers = [row[side][-1]["content"] + tiny.END for row in expected]
            same_texts(list(prepared[side]), answers, f"{split}, {side}")
        total += len(expected)
    return total
