"""`datasets` by the data card: its Python snippet word for word, and the folder by its front matter."""

import os
import re

import datasets

from consumers.datasets_bare import compare
from exported import HUB_NAMES, Mismatch

PACKAGES = ("datasets", "pyarrow")


def check(export, scratch):
    os.chdir(export.folder)
    datasets.config.HF_DATASETS_CACHE = scratch
    with open("README.md", encoding="utf-8") as card:
        snippet = re.search(r"```python\n(.*?)```", card.read(), re.DOTALL)
    if snippet is None:
        raise Mismatch("README.md has no Python snippet")
    names = {}
    exec(snippet.group(1), names)
    total = compare(export, names["data"])
    if export.large:
        return total
    by_card = datasets.load_dataset(export.folder, cache_dir=scratch)
    counts = {split: rows.num_rows for split, rows in by_card.items()}
    expected = {HUB_NAMES[split]: len(export.rows(split)) for split in export.files}
    if counts != expected:
        raise Mismatch(f"the folder gives {counts} instead of {expected}")
    return total
