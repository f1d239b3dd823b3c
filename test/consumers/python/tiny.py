"""A tokenizer and a language model made in memory: random weights, one token a byte, a ChatML template with generation marks."""

import json

from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers
from transformers import PreTrainedTokenizerFast, Qwen2Config, Qwen2ForCausalLM, Qwen2ForSequenceClassification

END = "<|im_end|>"
TEMPLATE = (
    "{% if tools %}<|im_start|>system\n{{ tools | tojson }}<|im_end|>\n{% endif %}"
    "{% for message in messages %}"
    "<|im_start|>{{ message.role }}\n"
    "{% if message.role == 'assistant' %}"
    "{% generation %}{{ message.content }}{% if message.tool_calls %}{{ message.tool_calls | tojson }}{% endif %}<|im_end|>{% endgeneration %}{{ '\n' }}"
    "{% else %}{{ message.content }}<|im_end|>\n{% endif %}"
    "{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)


def tokenizer():
    # Without merges no token reaches over the end of a prompt, so that masks can be held against text.
    alphabet = {byte: place for place, byte in enumerate(sorted(pre_tokenizers.ByteLevel.alphabet()))}
    made = Tokenizer(models.BPE(vocab=alphabet, merges=[]))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    made.decoder = decoders.ByteLevel()
    made.add_special_tokens([AddedToken(token, special=True) for token in ("<|im_start|>", END, "<|pad|>")])
    fast = PreTrainedTokenizerFast(
        tokenizer_object=made, eos_token=END, pad_token="<|pad|>", clean_up_tokenization_spaces=False
    )
    fast.chat_template = TEMPLATE
    return fast


def model(vocabulary, scores=False):
    config = Qwen2Config(
        vocab_size=len(vocabulary),
        hidden_size=16,
        intermediate_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        num_key_value_heads=1,
        max_position_embeddings=1024,
        eos_token_id=vocabulary.eos_token_id,
        pad_token_id=vocabulary.pad_token_id,
        num_labels=1,
    )
    return (Qwen2ForSequenceClassification if scores else Qwen2ForCausalLM)(config)


def rendered(messages, tools="", begun=False):
    """What the template makes of messages, written down a second time, without Jinja."""
    definitions = json.loads(tools) if isinstance(tools, str) and tools else tools
    head = f"<|im_start|>system\n{as_json(definitions)}{END}\n" if definitions else ""
    turns = "".join(f"<|im_start|>{message['role']}\n{body(message)}{END}\n" for message in messages)
    return head + turns + ("<|im_start|>assistant\n" if begun else "")


def trained(messages):
    """The parts of that text which only answers make up."""
    return "".join(body(message) + END for message in messages if message["role"] == "assistant")


def body(message):
    calls = message.get("tool_calls") if message["role"] == "assistant" else None
    return message["content"] + (as_json(calls) if calls else "")


def as_json(value):
    return json.dumps(value, ensure_ascii=False)


def text_of(vocabulary, ids):
    return vocabulary.decode(ids, skip_special_tokens=False)
