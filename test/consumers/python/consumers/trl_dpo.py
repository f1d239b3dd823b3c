"""TRL's DPOTrainer: every pair arrives whole behind its prompt, and two steps can be trained."""

from trl import DPOConfig, DPOTrainer

import tiny
from trl_data import PACKAGES, rows_of, same_texts, settings, splits_of, train  # noqa: F401
from consumers.trl_sft import TRAINED_TOKENS, wanted_of


def check(export, scratch):
    vocabulary = tiny.tokenizer()
    every, first = splits_of(export, scratch)
    rows = rows_of(export)
    whole = trainer(every, vocabulary, settings(scratch, None)).train_dataset
    for side in ("chosen", "rejected"):
        wanted = [wanted_of({**row, "completion": row[side]}) for row in rows]
        ids = list(zip(whole["prompt_ids"], whole[f"{side}_ids"]))
        same_texts([tiny.text_of(vocabulary, one + two) for one, two in ids], [text for text, _ in wanted], side)
        same_texts([tiny.text_of(vocabulary, two) for _, two in ids], [part for _, part in wanted], f"{side} alone")
    train(trainer(first, vocabulary, settings(scratch, TRAINED_TOKENS)))
    return len(rows)


def trainer(rows, vocabulary, arguments):
    return DPOTrainer(
        model=tiny.model(vocabulary),
        ref_model=tiny.model(vocabulary),
        args=DPOConfig(**arguments),
        train_dataset=rows,
        processing_class=vocabulary,
    )
