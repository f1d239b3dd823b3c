"""Runs exports through one consumer: `python check.py CONSUMER < exports.json`.

Standard input is a JSON list of exports (world, format, container, folder, target). Standard output gets one JSON line first with the
versions of the packages, and then one for each export, in order: how many rows arrived, and the problem if there is one.
"""

import importlib
import importlib.metadata
import json
import os
import sys
import tempfile
import traceback

# Before any package is loaded: nothing may be asked of the network, and nothing is to be drawn.
os.environ.update(
    HF_HUB_OFFLINE="1",
    HF_DATASETS_OFFLINE="1",
    HF_DATASETS_DISABLE_PROGRESS_BARS="1",
    HF_HUB_DISABLE_PROGRESS_BARS="1",
    TRANSFORMERS_VERBOSITY="error",
    TOKENIZERS_PARALLELISM="false",
    DISABLE_VERSION_CHECK="1",
    CUDA_VISIBLE_DEVICES="",
)

from exported import Export, Mismatch  # noqa: E402


def main():
    # Consumers print what they like; the answers alone are for standard output.
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["HF_HOME"] = scratch
        consumer = importlib.import_module(f"consumers.{sys.argv[1]}")
        versions = {name: importlib.metadata.version(name) for name in consumer.PACKAGES}
        tell(answers, {"versions": versions})
        for place, job in enumerate(json.load(sys.stdin)):
            tell(answers, result_of(consumer, Export(**job), os.path.join(scratch, str(place))))


def result_of(consumer, export, scratch):
    os.mkdir(scratch)
    try:
        return {"rows": consumer.check(export, scratch), "problem": ""}
    except Mismatch as mismatch:
        return {"rows": 0, "problem": str(mismatch)}
    except Exception as error:  # Whatever a consumer raises is what its user would see.
        traceback.print_exc()
        return {"rows": 0, "problem": words_of(error)}


def words_of(error):
    """The error and what it came from, on one line."""
    words = f"{type(error).__name__}: {' '.join(str(error).split())}"[:300]
    return f"{words} ← {words_of(error.__cause__)}" if error.__cause__ else words


def tell(stream, value):
    stream.write(json.dumps(value) + "\n")
    stream.flush()


main()
