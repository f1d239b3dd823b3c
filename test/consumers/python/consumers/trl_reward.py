"""TRL's RewardTrainer: every pair arrives whole with its margin, and two steps can be trained."""

from trl import RewardConfig, RewardTrainer

import tiny
from exported import Mismatch
from trl_data import PACKAGES, rows_of, same_texts, settings, splits_of, train  # noqa: F401
from consumers.trl_sft import wanted_of

TRAINED_TOKENS = 512


def check(export, scratch):
    vocabulary = tiny.tokenizer()
    every, first = splits_of(export, scratch)
    rows = rows_of(export)
    whole = trainer(every, vocabulary, settings(scratch, None)).train_dataset
    for side in ("chosen", "rejected"):
        found = [tiny.text_of(vocabulary, ids) for ids in whole[f"{side}_ids"]]
        same_texts(found, [text_of(row, side) for row in rows], side)
    if "margin" in rows[0] and list(whole["margin"]) != [row["margin"] for row in rows]:
        raise Mismatch("the margins are others than those exported")
    # TRL leaves out longer pairs, and fails where there are no others.
    longest = [max(map(len, ids)) for ids in zip(whole["chosen_ids"], whole["rejected_ids"])][: len(first)]
    if min(longest) <= TRAINED_TOKENS:
        train(trainer(first, vocabulary, settings(scratch, TRAINED_TOKENS)))
    return len(rows)


def text_of(row, side):
    if "prompt" in row:
        return wanted_of({**row, "completion": row[side]})[0]
    return tiny.rendered(row[side], row.get("tools", ""))


def trainer(rows, vocabulary, arguments):
    return RewardTrainer(
        model=tiny.model(vocabulary, scores=True),
        args=RewardConfig(**arguments),
        train_dataset=rows,
        processing_class=vocabulary,
    )
