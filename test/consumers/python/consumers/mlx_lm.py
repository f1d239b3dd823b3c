"""mlx-lm's loader: the folder as it wants it, every row loaded, tokenized, and masked where the format has a prompt."""

import os
import shutil
from types import SimpleNamespace

from mlx_lm.tuner.datasets import load_dataset

import tiny
from exported import same_rows
from trl_data import same_texts

PACKAGES = ("mlx-lm", "mlx", "transformers")

# mlx-lm looks for these names and for no others.
MLX_NAMES = {"train": "train.jsonl", "val": "valid.jsonl", "test": "test.jsonl"}


def check(export, scratch):
    vocabulary = tiny.tokenizer()
    folder = export.folder if export.target == "mlx" else as_mlx_wants(export, scratch)
    first = export.rows(next(iter(export.files)))[0]
    masked = "text" not in first
    arguments = SimpleNamespace(data=folder, train=True, test="test" in export.files, hf_dataset=False, mask_prompt=masked)
    loaded = dict(zip(("train", "val", "test"), load_dataset(arguments, vocabulary)))
    total = 0
    for split in export.files:
        expected = export.rows(split)
        same_rows([loaded[split][row] for row in range(len(loaded[split]))], expected, split)
        processed = [loaded[split].process(dict(row)) for row in expected]
        same_texts([tiny.text_of(vocabulary, ids) for ids, _ in processed], [text_of(row) for row in expected], split)
        if masked:
            answers = [tiny.text_of(vocabulary, ids[start:]) for ids, start in processed]
            same_texts(answers, [answer_of(row) for row in expected], f"{split}, trained on")
        total += len(expected)
    return total


def as_mlx_wants(export, scratch):
    folder = os.path.join(scratch, "mlx")
    os.mkdir(folder)
    for split, path in export.files.items():
        shutil.copy(path, os.path.join(folder, MLX_NAMES[split]))
    return folder


def messages_of(row):
    if "messages" in row:
        return row["messages"]
    return [{"role": "user", "content": row["prompt"]}, {"role": "assistant", "content": row["completion"]}]


def text_of(row):
    if "text" in row:
        return row["text"] if row["text"].endswith(tiny.END) else row["text"] + tiny.END
    return tiny.rendered(messages_of(row), row.get("tools", ""))


def answer_of(row):
    *before, _ = messages_of(row)
    return text_of(row)[len(tiny.rendered(before, row.get("tools", ""), begun=True)) :]
