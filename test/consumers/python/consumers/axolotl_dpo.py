"""axolotl's prompt strategy for pairs, `chat_template.default`, with the prompt's column named."""

from axolotl.prompt_strategies.dpo.chat_template import default
from axolotl.utils.dict import DictDefault

import tiny
from trl_data import rows_of, same_texts, splits_of

PACKAGES = ("axolotl", "transformers", "datasets")


def check(export, scratch):
    vocabulary = tiny.tokenizer()
    rows, _ = splits_of(export, scratch)
    entry = {"path": export.folder, "type": "chat_template.default", "field_messages": "prompt"}
    transform, options = default(DictDefault({"chat_template": "tokenizer_default", "datasets": [entry]}))
    prepared = rows.map(transform, fn_kwargs={"tokenizer": vocabulary}, **options)
    expected = rows_of(export)
    prompts = [tiny.rendered(row["prompt"], begun=True) for row in expected]
    same_texts(list(prepared["prompt"]), prompts, "prompt")
    for side in ("chosen", "rejected"):
        same_texts(list(prepared[side]), [row[side][-1]["content"] + tiny.END for row in expected], side)
    return len(expected)
