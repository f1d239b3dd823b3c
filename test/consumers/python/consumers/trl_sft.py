"""TRL's SFTTrainer: every row arrives whole, the loss is on the answers alone, and two steps can be trained."""

from trl import SFTConfig, SFTTrainer

import tiny
from trl_data import PACKAGES, rows_of, same_texts, settings, splits_of, train  # noqa: F401

# Long enough for a question and its answer of most rows; the others are cut, as TRL does.
TRAINED_TOKENS = 256


def check(export, scratch):
    vocabulary = tiny.tokenizer()
    every, first = splits_of(export, scratch)
    rows = rows_of(export)
    answers_only = "messages" in rows[0]

    whole = trainer(every, vocabulary, settings(scratch, None, assistant_only_loss=answers_only)).train_dataset
    wanted = [wanted_of(row) for row in rows]
    same_texts([tiny.text_of(vocabulary, ids) for ids in whole["input_ids"]], [text for text, _ in wanted], "text")
    kept = [
        tiny.text_of(vocabulary, [token for token in labels if token != -100])
        for labels in whole["labels"]
    ]
    same_texts(kept, [answers for _, answers in wanted], "trained on")

    train(trainer(first, vocabulary, settings(scratch, TRAINED_TOKENS, assistant_only_loss=answers_only)))
    return len(rows)


def trainer(rows, vocabulary, arguments):
    return SFTTrainer(
        model=tiny.model(vocabulary),
        args=SFTConfig(**arguments),
        train_dataset=rows,
        processing_class=vocabulary,
    )


def wanted_of(row):
    """The text of a row and the part of it that is to be trained on."""
    if "messages" in row:
        return tiny.rendered(row["messages"], row.get("tools", "")), tiny.trained(row["messages"])
    if "text" in row:
        text = row["text"] if row["text"].endswith(tiny.END) else row["text"] + tiny.END
        return text, text
    prompt, completion = row["prompt"], row["completion"]
    if isinstance(prompt, str):
        completion = completion if completion.endswith(tiny.END) else completion + tiny.END
        return prompt + completion, completion
    before = tiny.rendered(prompt, row.get("tools", ""), begun=True)
    text = tiny.rendered(prompt + completion, row.get("tools", ""))
    return text, text[len(before) :]
