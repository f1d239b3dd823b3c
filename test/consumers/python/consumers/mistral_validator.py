"""mistral-common's validator in the mode for fine-tuning, version 3 of the tokenizer, as mistral-finetune runs it."""

import json

from mistral_common.protocol.instruct.messages import (
    FinetuningAssistantMessage,
    SystemMessage,
    ToolMessage,
    UserMessage,
)
from mistral_common.protocol.instruct.request import ChatCompletionRequest
from mistral_common.protocol.instruct.tool_calls import Tool
from mistral_common.protocol.instruct.validator import MistralRequestValidatorV3, ValidationMode

from exported import Mismatch, difference

PACKAGES = ("mistral-common",)

KINDS = {"system": SystemMessage, "user": UserMessage, "assistant": FinetuningAssistantMessage, "tool": ToolMessage}


def check(export, scratch):
    validator = MistralRequestValidatorV3(ValidationMode.finetuning)
    total = 0
    for split in export.files:
        for number, row in enumerate(export.rows(split), 1):
            try:
                check_row(validator, row)
            except Exception as error:
                raise Mismatch(f"{split}, row {number}: {type(error).__name__}: {' '.join(str(error).split())[:200]}")
            total += 1
    return total


def check_row(validator, row):
    messages = [KINDS[message["role"]](**message) for message in row["messages"]]
    tools = row.get("tools") or []
    if isinstance(tools, str):
        tools = json.loads(tools)
    request = ChatCompletionRequest(messages=messages, tools=[Tool(**tool) for tool in tools] or None)
    validator.validate_request(request)
    for message, exported in zip(messages, row["messages"]):
        if (message.content or "") != (exported.get("content") or ""):
            raise Mismatch(f"content{difference(message.content, exported.get('content'))}")
