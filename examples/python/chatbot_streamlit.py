"""A chatbot on a page of Streamlit, with thumbs under every answer.

    pip install streamlit
    curate serve &
    streamlit run chatbot_streamlit.py
"""

import os
import uuid

import streamlit as st
from curate_client import Curate


@st.cache_resource
def curate():
    """One client for all sessions: Streamlit runs this file anew for every click."""
    return Curate(os.environ.get("CURATE_URL", "http://127.0.0.1:8787"), token=os.environ.get("CURATE_TOKEN"))


def answer_to(message):
    """Your model goes here."""
    return f"You said “{message}”, and I cannot add anything to that."


def rate(place, conversation_id):
    thumb = st.session_state[f"thumb-{place}"]
    if thumb is not None:  # None: taken back
        curate().feedback(conversation_id, thumbs="up" if thumb == 1 else "down")


if "turns" not in st.session_state:
    st.session_state.turns = []
    st.session_state.session_id = str(uuid.uuid4())

st.title("A parrot")
for place, (question, answer, conversation_id) in enumerate(st.session_state.turns):
    st.chat_message("user").write(question)
    with st.chat_message("assistant"):
        st.write(answer)
        st.feedback("thumbs", key=f"thumb-{place}", on_change=rate, args=(place, conversation_id))

if question := st.chat_input("Say something"):
    answer = answer_to(question)
    logged = curate().log(question, answer, session_id=st.session_state.session_id, model="parrot-1")
    st.session_state.turns.append((question, answer, logged))
    st.rerun()
