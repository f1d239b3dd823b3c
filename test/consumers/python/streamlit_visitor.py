"""Visits the page of examples/python/chatbot_streamlit.py: `python streamlit_visitor.py PAGE`, with CURATE_URL and CURATE_TOKEN.

Asks twice, rates the first answer down, changes that to up, and rates the second one up. Exit code 0 when the page went along.
"""

import sys

from streamlit.testing.v1 import AppTest


def main() -> None:
    page = AppTest.from_file(sys.argv[1], default_timeout=60).run()
    page.chat_input[0].set_value("How is the weather on the hill?").run()
    page.chat_input[0].set_value("And what is it like by the sea?").run()
    problems = [str(one.value) for one in page.exception]
    assert not problems, problems
    assert len(page.chat_message) == 4, len(page.chat_message)
    page.feedback[0].set_value(0).run()
    page.feedback[0].set_value(1).run()
    page.feedback[1].set_value(1).run()
    assert not page.exception


main()
