"""Hands conversations and feedback to `curate serve`. One file to copy: the standard library only, Python 3.9 or later.

    curate = Curate("http://127.0.0.1:8787", token=os.environ.get("CURATE_TOKEN"))
    conversation_id = curate.log("Where is my parcel?", "It leaves tomorrow.", session_id="s-17")
    curate.feedback(conversation_id, thumbs="up", comment="That was quick.")

Neither call waits for the network or raises: a thread sends what waits, in order, and tries again for a while when the service is away.
What is lost is counted in `failed` and told to the logger `curate`, without any text of a conversation.
"""

import atexit
import json
import logging
import os
import queue
import threading
import time
import urllib.error
import urllib.request
import uuid
from datetime import datetime, timezone

_logger = logging.getLogger("curate")

# Ours: pauses before something is sent again, in seconds; a service that restarts is back by then.
_PAUSES = (0.5, 1, 2, 4, 8)
# Ours: a service that asks for more patience is asked again sooner.
_MOST_PATIENCE = 30
# Ours: a log that says once a minute that there is this trouble has said enough. Of so many kinds it remembers when.
_COMPLAIN_EVERY = 60
_MOST_KINDS = 100


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """A token is for one service, not for where that may point to."""

    def redirect_request(self, *_args):
        return None


class Curate:
    """A client of one service. Threads may share it, and so may processes that are forked from here."""

    def __init__(self, url="http://127.0.0.1:8787", token=None, *, timeout=5.0, background=True, max_waiting=10_000):
        """
        :param url: where `curate serve` listens
        :param token: one of the role `write`; none where the service wants none
        :param timeout: of one request, in seconds
        :param background: False: every call waits until it is sent (once, for `timeout` at most), and still never raises
        :param max_waiting: so many lines may wait; more are dropped, and counted as failed
        :raises ValueError: when the address is none
        """
        if not url.startswith(("http://", "https://")):
            raise ValueError("The address of the service begins with http:// or https://.")
        self.sent = 0
        self.failed = 0
        self._url = url.rstrip("/")
        self._headers = {"Content-Type": "application/json"}
        if token:
            self._headers["Authorization"] = f"Bearer {token}"
        self._timeout = timeout
        self._background = background
        self._max_waiting = max_waiting
        self._lock = threading.Lock()
        self._process = None
        self._closing = threading.Event()
        self._complained = {}
        # No proxy of the environment either: conversations are nobody else's business.
        self._opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirects())
        atexit.register(self.close)

    def log(self, user_message=None, assistant_message=None, *, conversation_id=None, **more):
        """
        Logs one exchange, or with `messages=[{"role": …, "content": …}, …]` a whole conversation.

        :param more: `session_id`, `user_id`, `model`, `language`, `metadata`, and whatever else `POST /v1/conversations` takes
        :returns: the id of the conversation, by which feedback names it
        """
        conversation_id = conversation_id or str(uuid.uuid4())
        line = {"user_message": user_message, "assistant_message": assistant_message, **more}
        self._hand_over("/v1/conversations", {**line, "conversation_id": conversation_id})
        return conversation_id

    def feedback(self, conversation_id, **said):
        """
        Hands over what somebody said of an answer.

        :param said: `stars` (1 to 5) or `thumbs` ("up", "down"), `comment`, `correction`, `message_index`, `user_id`
        """
        self._hand_over("/v1/feedback", {**said, "conversation_id": conversation_id})

    def close(self, timeout=5.0):
        """Waits until all is sent, for `timeout` seconds at most; at the end of the program this happens by itself."""
        if self._process != os.getpid():
            return
        self._closing.set()
        end = time.monotonic() + timeout
        while self._waiting.unfinished_tasks > 0 and time.monotonic() < end:
            time.sleep(0.01)
        left = self._waiting.unfinished_tasks
        if left > 0:
            self._lose("the program is at its end", left)

    def _hand_over(self, path, line):
        try:
            said = {key: value for key, value in line.items() if value is not None}
            said.setdefault("timestamp", datetime.now(timezone.utc).isoformat())
            body = json.dumps(said, allow_nan=False).encode()
        except Exception as error:  # such as an object that is no JSON
            self._lose(f"it cannot be written as JSON ({type(error).__name__})")
            return
        if not self._background:
            self._send(path, body, ())
            return
        try:
            self._queue().put_nowait((path, body))
        except queue.Full:
            self._lose(f"{self._max_waiting} others are waiting")
        except RuntimeError:  # no thread can be started any more
            self._lose("the program is at its end")

    def _queue(self):
        """The queue of this process: threads do not live on in a fork."""
        with self._lock:
            if self._process != os.getpid():
                self._waiting = queue.Queue(self._max_waiting)
                self._process = os.getpid()
                threading.Thread(target=self._work, args=(self._waiting,), name="curate", daemon=True).start()
            return self._waiting

    def _work(self, waiting):
        while True:
            path, body = waiting.get()
            self._send(path, body, _PAUSES)
            waiting.task_done()

    def _send(self, path, body, pauses):
        """Sends one thing, and again after each of the pauses. A line that arrives twice does no harm: it is known as a copy."""
        for pause in (*pauses, None):
            reason, patience = self._try(path, body)
            if reason is None:
                with self._lock:
                    self.sent += 1
                return
            if patience is None or pause is None or self._closing.is_set():
                break
            self._closing.wait(max(pause, patience))  # at the end of the program it is tried a last time
        self._lose(reason)

    def _try(self, path, body):
        """:returns: why it failed (None: it did not), and how long to wait before it may work (None: it never will)"""
        try:
            request = urllib.request.Request(self._url + path, body, self._headers)
            with self._opener.open(request, timeout=self._timeout) as response:
                response.read()
            return None, None
        except urllib.error.HTTPError as error:
            with error:
                reason = f"the service answered {error.code}{_detail_of(error)}"
                asked = error.headers.get("Retry-After") or ""
            if error.code != 429 and error.code < 500:
                return reason, None
            return reason, min(int(asked), _MOST_PATIENCE) if asked.isdigit() else 0
        except Exception as error:  # no network, no service, no answer in time
            return f"the service cannot be reached ({type(error).__name__})", 0

    def _lose(self, reason, lines=1):
        with self._lock:
            self.failed += lines
            now = time.monotonic()
            is_news = now - self._complained.get(reason, float("-inf")) >= _COMPLAIN_EVERY
            if is_news:
                if len(self._complained) >= _MOST_KINDS:
                    self._complained.clear()
                self._complained[reason] = now
        if is_news:
            _logger.warning("lines for curate are lost: %s; %d so far", reason, self.failed)


def _detail_of(error):
    """What the service says is wrong: sentences and places, never a value that was sent."""
    try:
        problem = json.loads(error.read())
        places = ", ".join(f"{one['path']}: {one['message']}" for one in problem["problems"])
        return f": {problem['detail']}" + (f" ({places})" if places else "")
    except Exception:
        return ""
