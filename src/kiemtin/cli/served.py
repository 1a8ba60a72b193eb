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
    """Load the matcher, and say what keeps it from answering; the desk serves all the same."""
    from django.db import Error, connection

    from kiemtin.cli.match_library import tell_trouble
    from kiemtin.desk.flow import encoding, ready

    try:
        means = encoding.means()
        if means.trouble:
            tell_trouble(means.trouble, words_only=means.encoder is None)
        ready.make_ready()
    except Error as error:
        logging.getLogger(__name__).error("server.not_ready error=%s", type(error).__name__)
    finally:
        connection.close()


signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
threading.Thread(target=stop_with, args=[multiprocessing.parent_process()], daemon=True).start()
application = import_module("kiemtin.web.wsgi").application
threading.Thread(target=make_ready, name="ready", daemon=True).start()
