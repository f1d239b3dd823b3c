"""Reads exports as their users would and prints what arrived, as JSON.

The argument is a folder of export folders. Each holds a data card (README.md) and the files it names. In each folder this runs the
card's own Python snippet, loads the folder by its front matter, and reads the first split with polars.
"""

import json
import os
import re
import sys
import tempfile

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HOME"] = tempfile.mkdtemp()

import datasets  # noqa: E402
import polars  # noqa: E402

datasets.disable_progress_bars()


def read(folder):
    os.chdir(folder)
    with open("README.md", encoding="utf-8") as card:
        snippet = re.search(r"```python\n(.*?)```", card.read(), re.DOTALL).group(1)
    names = {}
    exec(snippet, names)
    by_card = datasets.load_dataset(folder)
    return {
        "datasets": {split: rows.to_list() for split, rows in names["data"].items()},
        "pandas": json.loads(names["table"].to_json(orient="records")),
        "polars": read_with_polars(folder),
        "folder": {split: rows.num_rows for split, rows in by_card.items()},
    }


def read_with_polars(folder):
    file = next(name for name in sorted(os.listdir(folder)) if name.startswith("train"))
    if ".csv" in file:
        return polars.read_csv(file, infer_schema=False).fill_null("").to_dicts()
    return (polars.read_json(file) if ".jsonl" not in file else polars.read_ndjson(file)).to_dicts()


exports = sys.argv[1]
print(json.dumps({name: read(os.path.join(exports, name)) for name in sorted(os.listdir(exports))}))
