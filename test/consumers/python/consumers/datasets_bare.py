"""`datasets` without being told any type: all splits in one call, as most people load files."""

from datasets import load_dataset

from exported import HUB_NAMES, same_exports

PACKAGES = ("datasets", "pyarrow")


def check(export, scratch):
    kind = kind_of(export)
    files = {HUB_NAMES[split]: path for split, path in export.files.items()}
    # pandas, which reads CSV for `datasets`, takes NA and null for nothing unless it is told.
    options = {"keep_default_na": False} if kind == "csv" else {}
    return compare(export, load_dataset(kind, data_files=files, cache_dir=scratch, **options))


def kind_of(export):
    ending = next(iter(export.files.values())).removesuffix(".gz").split(".")[-1]
    return "json" if ending == "jsonl" else ending


def compare(export, data):
    if set(data) != {HUB_NAMES[split] for split in export.files}:
        raise AssertionError(f"splits {sorted(data)} instead of {sorted(export.files)}")
    return sum(same_exports(export, split, data[HUB_NAMES[split]].to_list()) for split in export.files)
