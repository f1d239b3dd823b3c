"""axolotl's prompt strategies, applied to the whole data set as its loader does: every row arrives whole and only answers are trained on."""

import json

from axolotl.datasets import wrap_dataset_for_tokenized_prompt
from axolotl.prompt_strategies import load
from axolotl.prompt_tokenizers import AlpacaPromptTokenizingStrategy
from axolotl.prompters import AlpacaPrompter
from axolotl.utils.dict import DictDefault

import tiny
from exported import Mismatch
from trl_data import loaded, same_texts

PACKAGES = ("axolotl", "transformers", "datasets")

# Ours: longer than any text here, as nothing is to be cut.
LONGEST = 10_000_000

CHAT = {"type": "chat_template", "roles_to_train": ["assistant"], "train_on_eos": "turn"}
# What a user writes under `datasets:` for each format.
ENTRIES = {
    "chatml": {**CHAT, "field_messages": "messages"},
    "sharegpt": {
        **CHAT,
        "field_messages": "conversations",
        "message_property_mappings": {"role": "from", "content": "value"},
    },
    "chatml-text": {"type": "completion"},
    "text": {"type": "completion"},
    "alpaca": {"type": "alpaca"},
    "input-output": {"type": "input_output"},
}


def check(export, scratch):
    vocabulary = tiny.tokenizer()
    entry = DictDefault({"path": export.folder, **ENTRIES[export.format]})
    config = DictDefault(
        {"sequence_len": LONGEST, "train_on_inputs": False, "chat_template": "tokenizer_default", "datasets": [entry]}
    )
    total = 0
    for split, rows in loaded(export, scratch).items():
        prepared = wrap_dataset_for_tokenized_prompt(strategy_of(entry, vocabulary, config), rows)
        found = [
            (
                tiny.text_of(vocabulary, row["input_ids"]),
                tiny.text_of(vocabulary, [token for token in row["labels"] if token != -100]),
            )
            for row in prepared
        ]
        same_split(found, export.rows(split), split, export.format)
        total += len(found)
    return total


def same_split(found, expected, split, kind):
    if kind == "alpaca":
        same_answers(found, expected, split)
        return
    wanted = [wanted_of(row) for row in expected]
    same_texts([text for text, _ in found], [text for text, _ in wanted], f"{split}, text")
    same_texts([answer for _, answer in found], [answer for _, answer in wanted], f"{split}, trained on")


def strategy_of(entry, vocabulary, config):
    """As `axolotl.utils.data.wrappers` chooses it, which does not import without a GPU's packages."""
    if entry.type == "alpaca":
        return AlpacaPromptTokenizingStrategy(AlpacaPrompter(None), vocabulary, False, config.sequence_len)
    return load(entry.type, vocabulary, config, entry)


def same_answers(found, expected, split):
    """axolotl puts an alpaca row into a prompt of its own; the question has to stand in it, and the answer after it."""
    if len(found) != len(expected):
        raise Mismatch(f"{split}: {len(found)} rows of {len(expected)} arrived")
    for number, ((text, answer), row) in enumerate(zip(found, expected), 1):
        if row["instruction"] not in text or answer != row["output"] + tiny.END:
            raise Mismatch(f"{split}, row {number}: the question or the answer is not what was exported")


def wanted_of(row):
    """The text of a row and the part of it that is to be trained on."""
    if "segments" in row:
        segments = row["segments"]
        return "".join(one["text"] for one in segments), "".join(one["text"] for one in segments if one["label"])
    if "text" in row:
        # axolotl puts the end token to every text, whatever stands at its end.
        return row["text"] + tiny.END, row["text"] + tiny.END
    messages = [with_read_arguments(message) for message in messages_of(row)]
    return tiny.rendered(messages, row.get("tools", "")), tiny.trained(messages)


def with_read_arguments(message):
    """axolotl reads the arguments of calls, as templates want them as objects."""
    if not message.get("tool_calls"):
        return message
    calls = [
        {**call, "function": {**call["function"], "arguments": json.loads(call["function"]["arguments"])}}
        for call in message["tool_calls"]
    ]
    return {**message, "tool_calls": calls}


def messages_of(row):
    if "messages" in row:
        return row["messages"]
    roles = {"human": "user", "gpt": "assistant", "system": "system"}
    return [{"role": roles.get(turn["from"], turn["from"]), "content": turn["value"]} for turn in row["conversations"]]
