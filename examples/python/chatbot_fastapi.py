"""A chatbot over HTTP: logs each exchange, gives its id to the page, and hands on what the page says of the answer.

    pip install fastapi uvicorn
    curate serve &
    uvicorn chatbot_fastapi:app
"""

import os
from contextlib import asynccontextmanager
from typing import Literal, Optional

from curate_client import Curate
from fastapi import FastAPI
from pydantic import BaseModel, Field

curate = Curate(os.environ.get("CURATE_URL", "http://127.0.0.1:8787"), token=os.environ.get("CURATE_TOKEN"))


def answer_to(message: str) -> str:
    """Your model goes here."""
    return f"You said “{message}”, and I cannot add anything to that."


@asynccontextmanager
async def lifespan(_app: FastAPI):
    yield
    curate.close()


app = FastAPI(lifespan=lifespan)


class Question(BaseModel):
    message: str = Field(min_length=1, max_length=20_000)
    session_id: Optional[str] = Field(None, max_length=200)


class Rating(BaseModel):
    conversation_id: str = Field(min_length=1, max_length=200)
    thumbs: Optional[Literal["up", "down"]] = None
    stars: Optional[int] = Field(None, ge=1, le=5)
    comment: Optional[str] = Field(None, max_length=20_000)


@app.post("/chat")
def chat(question: Question):
    answer = answer_to(question.message)
    conversation_id = curate.log(question.message, answer, session_id=question.session_id, model="parrot-1")
    return {"answer": answer, "conversation_id": conversation_id}


@app.post("/feedback", status_code=202)
def feedback(rating: Rating):
    curate.feedback(**rating.model_dump())
    return {}
