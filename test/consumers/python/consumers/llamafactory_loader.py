"""LLaMA-Factory's loader, converter and processor: no row is skipped, every text arrives, only answers are trained on."""

import json
import os
import sys
import types

import transformers  # noqa: F401 (looks for torchaudio, and must not find what follows)

# LLaMA-Factory imports torchaudio for audio files; no torchaudio goes with this torch, and there is no audio.
sys.modules.setdefault("torchaudio", types.ModuleType("torchaudio"))

from llamafactory.data.loader import _get_merged_dataset, _get_preprocessed_dataset  # noqa: E402
from llamafactory.data.template import get_template_and_fix_tokenizer  # noqa: E402
from llamafactory.hparams import DataArguments, ModelArguments, TrainingArguments  # noqa: E402

import tiny  # noqa: E402
from exported import Mismatch, difference  # noqa: E402
from trl_data import same_texts  # noqa: E402

PACKAGES = ("llamafactory", "datasets", "transformers")

# Ours: longer than any text here, as nothing is to be cut.
LONGEST = 10_000_000

OPENAI_TAGS = {
    "role_tag": "role",
    "content_tag": "content",
    "user_tag": "user",
    "assistant_tag": "assistant",
    "system_tag": "system",
}
# What a user writes into dataset_info.json; columns that no row has are left out.
ENTRIES = {
    "chatml": {"formatting": "sharegpt", "columns": {"messages": "messages"}, "tags": OPENAI_TAGS},
    "sharegpt": {
        "formatting": "sharegpt",
        "columns": {"messages": "conversations", "system": "system", "tools": "tools"},
    },
    "alpaca": {
        "columns": {
            "prompt": "instruction",
            "query": "input",
            "response": "output",
            "system": "system",
            "history": "history",
        }
    },
    "instruction": {"columns": {"prompt": "instruction", "response": "response"}},
    "prompt-completion": {"columns": {"prompt": "prompt", "response": "completion"}},
    "chatml-text": {"columns": {"prompt": "text"}},
    "text": {"columns": {"prompt": "text"}},
}



def check(export, scratch):
    folder = export.folder if export.target == "llama-factory" else as_users_set_up(export, scratch)
    with open(os.path.join(folder, "dataset_info.json"), encoding="utf-8") as file:
        info = json.load(file)
    names = {entry["file_name"]: name for name, entry in info.items()}
    total = 0
    for split, path in export.files.items():
        name = names.get(os.path.basename(path))
        if name is None:
            raise Mismatch(f"dataset_info.json does not name {os.path.basename(path)}")
        total += check_split(folder, name, info[name], export.rows(split), split, scratch)
    return total


def as_users_set_up(export, scratch):
    folder = os.path.join(scratch, "data")
    os.mkdir(folder)
    keys = export.rows(next(iter(export.files)))[0].keys()
    entry = ENTRIES[export.format]
    entry = {**entry, "columns": {name: column for name, column in entry["columns"].items() if column in keys}}
    info = {}
    for split, path in export.files.items():
        file = os.path.basename(path)
        os.symlink(path, os.path.join(folder, file))
        info[split] = {**entry, "file_name": file}
    with open(os.path.join(folder, "dataset_info.json"), "w", encoding="utf-8") as file:
        json.dump(info, file)
    return folder


def check_split(folder, name, entry, expected, split, scratch):
    data = DataArguments(dataset_dir=folder, dataset=name, template="chatml", cutoff_len=LONGEST, overwrite_cache=True)
    training = TrainingArguments(output_dir=scratch, use_cpu=True, bf16=False, report_to="none")
    model = ModelArguments(model_name_or_path="none", cache_dir=scratch)
    stage = stage_of(entry)
    vocabulary = tiny.tokenizer()
    template = get_template_and_fix_tokenizer(vocabulary, data)
    aligned = _get_merged_dataset(data.dataset, model, data, training, stage)
    same_conversations(aligned, expected, entry, split)
    processed = _get_preprocessed_dataset(aligned, data, training, stage, template, vocabulary)
    if len(processed) != len(expected):
        raise Mismatch(f"{split}: {len(processed)} rows of {len(expected)} were not dropped")
    if stage == "sft":
        same_answers(processed, aligned, vocabulary, split)
    return len(expected)


def stage_of(entry):
    if entry.get("ranking"):
        return "rm"
    if "kto_tag" in entry["columns"]:
        return "kto"
    return "pt" if entry["columns"].get("prompt") == "text" else "sft"


def same_conversations(aligned, expected, entry, split):
    if len(aligned) != len(expected):
        raise Mismatch(f"{split}: {len(aligned)} rows of {len(expected)} arrived")
    for number, (found, row) in enumerate(zip(aligned, expected), 1):
        wanted = aligned_of(row, entry)
        arrived = {key: found[key] for key in wanted}
        if arrived != wanted:
            raise Mismatch(f"{split}, row {number}{difference(arrived, wanted)}")


def aligned_of(row, entry):
    """What the converter is to make of a row."""
    columns = entry["columns"]
    if "messages" in columns:
        return aligned_turns(row, columns, entry.get("tags", {}))
    turns = [text for pair in row.get("history", []) for text in pair]
    turns.append("\n".join(text for text in (row[columns["prompt"]], row.get(columns.get("query"), "")) if text))
    answer = row[columns["response"]] if "response" in columns else None
    return {
        "_prompt": [turn(place, text) for place, text in enumerate(turns)],
        "_response": [] if answer is None else [turn(1, answer)],
        "_system": row.get("system", ""),
        "_tools": "",
    }


def turn(place, text):
    return {"role": "user" if place % 2 == 0 else "assistant", "content": text}


ROLES = {"human": "user", "gpt": "assistant", "function_call": "function"}


def aligned_turns(row, columns, tags):
    role, content = tags.get("role_tag", "from"), tags.get("content_tag", "value")

    def message(one):
        return {"role": ROLES.get(one[role], one[role]), "content": one[content]}

    turns = [message(one) for one in row[columns["messages"]]]
    system = row[columns["system"]] if "system" in columns else ""
    if turns[0]["role"] == "system":
        system = turns.pop(0)["content"]
    aligned = {"_system": system, "_tools": row[columns["tools"]] if "tools" in columns else ""}
    if entry_is_ranked := "chosen" in columns:
        aligned["_response"] = [message(row[columns["chosen"]]), message(row[columns["rejected"]])]
    return {**aligned, "_prompt": turns if entry_is_ranked else turns[:-1], **({} if entry_is_ranked else answer_of(turns[-1], row, columns))}


def answer_of(last, row, columns):
    if "kto_tag" not in columns:
        return {"_response": [last]}
    other = {"role": "assistant", "content": ""}
    return {"_response": [last, other] if row[columns["kto_tag"]] else [other, last]}


def same_answers(processed, aligned, vocabulary, split):
    """Only answers are trained on. How calls of functions are written is the template's affair, so they are not held against text."""
    found, wanted = [], []
    for done, row in zip(processed, aligned):
        turns = row["_prompt"] + row["_response"]
        if any(one["role"] == "function" for one in turns):
            continue
        found.append(tiny.text_of(vocabulary, [token for token in done["labels"] if token != -100]))
        wanted.append("".join(one["content"] + tiny.END + "\n" for one in turns if one["role"] == "assistant"))
    same_texts(found, wanted, f"{split}, trained on")
