"""`datasets` without being told any type: all splits in one call, as most people load files."""

from datasets import load_dataset

from exported import HUB_NAMES, same_rows, without_nulls

PACKAGES = ("datasets", "pyarrow")


def check(export, scratch):
    kind = "csv" if export.format == "csv" else "json"
    files = {HUB_NAMES[split]: path for split, path in export.files.items()}
    # pandas, which reads CSV for `datasets`, takes NA and null for nothing unless it is told.
    options = {"keep_default_na": False} if kind == "csv" else {}
    return compare(export, load_dataset(kind, data_files=files, cache_dir=scratch, **options))


def compare(export, data):
    if set(data) != {HUB_NAMES[split] for split in export.files}:
        raise AssertionError(f"splits {sorted(data)} instead of {sorted(export.files)}")
    total = 0
    for split in export.files:
        expected = export.rows(split)
        found = without_nulls(data[HUB_NAMES[split]].to_list())
        same_rows(as_text(found) if export.format == "csv" else found, expected, split)
        total += len(expected)
    return total


def as_text(rows):
    """CSV has no types; numbers are the same when their text is."""
    return [{key: str(value) for key, value in row.items()} for row in rows]
