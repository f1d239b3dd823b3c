"""TRL's KTOTrainer: every row arrives whole with its label, and two steps can be trained."""

from trl import KTOConfig, KTOTrainer

import tiny
from exported import Mismatch
from trl_data import PACKAGES, rows_of, same_texts, settings, splits_of, train  # noqa: F401
from consumers.trl_sft import TRAINED_TOKENS, wanted_of


def check(export, scratch):
    vocabulary = tiny.tokenizer()
    every, first = splits_of(export, scratch)
    rows = rows_of(export)
    whole = trainer(every, vocabulary, settings(scratch, None)).train_dataset
    wanted = [wanted_of(row) for row in rows]
    found = [
        tiny.text_of(vocabulary, prompt + completion)
        for prompt, completion in zip(whole["prompt_ids"], whole["completion_ids"])
    ]
    same_texts(found, [text for text, _ in wanted], "text")
    completions = [tiny.text_of(vocabulary, ids) for ids in whole["completion_ids"]]
    same_texts(completions, [answer for _, answer in wanted], "completion")
    if list(whole["label"]) != [row["label"] for row in rows]:
        raise Mismatch("the labels are others than those exported")
    if len(first) > 1:
        train(trainer(first, vocabulary, settings(scratch, TRAINED_TOKENS)))
    return len(rows)


def trainer(rows, vocabulary, arguments):
    return KTOTrainer(
        model=tiny.model(vocabulary),
        ref_model=tiny.model(vocabulary),
        args=KTOConfig(**arguments),
        train_dataset=rows,
        processing_class=vocabulary,
    )
