"""What all checks of TRL's trainers share."""

import os

from datasets import concatenate_datasets, disable_caching, load_dataset

from exported import HUB_NAMES, Mismatch, difference

# Nothing is looked up a second time; finding out under what name would take longer than the work.
disable_caching()

PACKAGES = ("trl", "transformers", "torch", "datasets")


# Ours: four times as many as two steps take, as some are left out for their length.
TRAINED_ROWS = 16


def loaded(export, scratch):
    """
    The rows of each split, loaded by the folder's data card; what was exported for axolotl as its configuration names it,
    one file by itself.
    """
    if export.target != "axolotl":
        data = load_dataset(export.folder, cache_dir=scratch)
        return {split: data[HUB_NAMES[split]] for split in export.files}
    return {
        split: load_dataset("json", data_files=path, split="train", cache_dir=scratch)
        for split, path in export.files.items()
    }


def splits_of(export, scratch):
    """The rows of all splits in order, and some of the first split to train on."""
    first, *others = loaded(export, scratch).values()
    return concatenate_datasets([first, *others]), first.select(range(min(len(first), TRAINED_ROWS)))


def rows_of(export):
    return [row for split in export.files for row in export.rows(split)]


def settings(scratch, max_length, **more):
    """Arguments of every trainer: two steps on a CPU, nothing written, nothing reported."""
    return {
        "output_dir": os.path.join(scratch, "trained"),
        "max_length": max_length,
        "max_steps": 2,
        "per_device_train_batch_size": 2,
        "use_cpu": True,
        "bf16": False,
        "report_to": "none",
        "save_strategy": "no",
        "disable_tqdm": True,
        "gradient_checkpointing": False,
        **more,
    }


def train(trainer):
    steps = trainer.train().global_step
    if steps != 2:
        raise Mismatch(f"training took {steps} steps instead of 2")


def same_texts(found, expected, what):
    """Holds what is trained on, as text, against what should be."""
    if any(not isinstance(text, str) for text in found):
        raise Mismatch(f"{what}: a {type(found[0]).__name__} arrived instead of a text")
    if len(found) != len(expected):
        raise Mismatch(f"{what}: {len(found)} rows of {len(expected)} arrived")
    for row, (one, other) in enumerate(zip(found, expected)):
        if one != other:
            at = len(os.path.commonprefix([one, other]))
            start = max(0, at - 10)
            raise Mismatch(f"{what}, row {row + 1}, character {at}{difference(one[start:], other[start:])}")
