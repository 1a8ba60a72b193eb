"""Says on what a figure was made: processor, Python, numpy, commit."""

import os
import platform
import subprocess
from pathlib import Path

import numpy as np


def commit() -> str:
    """Return the short name of the commit that is measured, "unknown" outside of a clone."""
    words = ["git", "rev-parse", "--short", "HEAD"]
    asked = subprocess.run(
        words, capture_output=True, text=True, check=False, cwd=Path(__file__).parent
    )
    return asked.stdout.strip() or "unknown"


def machine() -> str:
    """Return one line about the machine and the commit."""
    return (
        f"machine: {platform.machine()}, {os.cpu_count()} cores, Python "
        f"{platform.python_version()}, numpy {np.__version__}; commit {commit()}"
    )
