"""The application as a process of the server loads it; importing it is for those processes only.

Ctrl-C at a terminal goes to every process, and the parent then orders each to stop: one that heard
both could wait for itself for ever. So these leave Ctrl-C to the parent, before any thread starts.
When the parent is gone without a word, they stop too, and give the port back.
"""

import logging
import multiprocessing
import os
import signal
import threading
from importlib import import_module


def stop_with(parent: multiprocessing.process.BaseProcess | None) -> None:
    """Wait for the end of `parent`, then stop this process."""
    if parent is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)


def make_ready() -> None:
    """Load the matcher; a desk without its encoder still serves, and says so when asked."""
    from django.db import Error, connection

    from kiemtin.desk.flow import ready
    from kiemtin.matching.errors import EncoderMissing

    try:
        ready.make_ready()
    except (EncoderMissing, Error) as error:
        logging.getLogger(__name__).error("server.not_ready error=%s", type(error).__name__)
    finally:
        connection.close()


signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
threading.Thread(target=stop_with, args=[multiprocessing.parent_process()], daemon=True).start()
application = import_module("kiemtin.web.wsgi").application
threading.Thread(target=make_ready, name="ready", daemon=True).start()
