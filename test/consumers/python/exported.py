"""An export folder as plain Python reads it, and the comparison of what a consumer read with that."""

import csv
import gzip
import json
import os

SPLITS = ("train", "val", "test")
# The file of a split may be named as a trainer wants it.
NAMES = {"train": ("train",), "val": ("val", "valid", "validation"), "test": ("test",)}
# No cell is too long to be read back: the default ends at 128 KB.
csv.field_size_limit(1 << 28)
HUB_NAMES = {"train": "train", "val": "validation", "test": "test"}


class Mismatch(Exception):
    """What arrived is not what was exported."""


class Export:
    def __init__(self, world, format, container, folder, reference="", target="", large=False):
        self.world = world
        self.format = format
        self.container = container
        self.folder = folder
        self.target = target
        self.large = large
        self.reference = Export(world, format, "jsonl", reference) if reference else None
        self.files = {split: path for split in SPLITS if (path := self._file_of(split))}
        if not self.files:
            raise Mismatch(f"there is no file of a split in {folder}")

    def _file_of(self, split):
        for name in sorted(os.listdir(self.folder)):
            if name.split(".")[0] in NAMES[split] and os.path.isfile(os.path.join(self.folder, name)):
                return os.path.join(self.folder, name)
        return None

    def rows(self, split):
        """The rows of a split, by nothing but the standard library."""
        if self.reference:
            return self.reference.rows(split)
        path = self.files[split]
        opened = gzip.open(path, "rt", encoding="utf-8", newline="") if path.endswith(".gz") else open(
            path, encoding="utf-8", newline=""
        )
        with opened as file:
            if ".csv" in path:
                return list(csv.DictReader(file))
            if ".jsonl" in path:
                return [json.loads(line) for line in file.read().split("\n") if line]
            return json.load(file)


def same_exports(export, split, found):
    """Holds what a reading program found in a split against the export. Returns the number of rows."""
    expected = export.rows(split)
    found = without_nulls(found)
    if export.format == "csv":
        found, expected = as_text(found), as_text(expected)
    if export.reference:
        found = [as_json_reads(*rows) for rows in zip(found, expected)] if len(found) == len(expected) else found
    same_rows(found, expected, split)
    return len(expected)


def as_json_reads(found, expected):
    """Messages that differ in their keys are of the type JSON in Parquet, which some programs hand over as text."""
    if isinstance(found, (str, bytes)) and isinstance(expected, dict):
        return json.loads(found)
    if isinstance(found, dict) and isinstance(expected, dict):
        return {key: as_json_reads(value, expected.get(key)) for key, value in found.items()}
    if isinstance(found, list) and isinstance(expected, list) and len(found) == len(expected):
        return [as_json_reads(*values) for values in zip(found, expected)]
    return found


def same_rows(found, expected, where):
    """Holds lists of rows against each other; names the first difference by its place, not by the whole text."""
    if len(found) != len(expected):
        raise Mismatch(f"{where}: {len(found)} rows of {len(expected)} arrived")
    for row, (one, other) in enumerate(zip(found, expected)):
        if one != other:
            raise Mismatch(f"{where}, row {row + 1}{difference(one, other)}")


def difference(found, expected):
    if isinstance(found, dict) and isinstance(expected, dict):
        for key in {**expected, **found}:
            if key not in found:
                return f", {key}: missing"
            if key not in expected:
                return f", {key}: was not exported and is {short(found[key])}"
            if found[key] != expected[key]:
                return f", {key}{difference(found[key], expected[key])}"
    if isinstance(found, list) and isinstance(expected, list):
        for place, (one, other) in enumerate(zip(found, expected)):
            if one != other:
                return f"[{place}]{difference(one, other)}"
        return f": {len(found)} entries instead of {len(expected)}"
    return f": {short(found)} instead of {short(expected)}"


def short(value):
    text = ascii(value)
    return f"{type(value).__name__} {text if len(text) <= 60 else text[:60] + '…'}"


def without_nulls(value):
    """Drops keys that are null at any depth. No export holds a null: readers put them where another row has a key more."""
    if isinstance(value, dict):
        return {key: without_nulls(inner) for key, inner in value.items() if inner is not None}
    if isinstance(value, (list, tuple)):
        return [without_nulls(inner) for inner in value]
    return value


def as_text(rows):
    """CSV has no types; numbers are the same when their text is."""
    return [{key: str(value) for key, value in row.items()} for row in rows]
