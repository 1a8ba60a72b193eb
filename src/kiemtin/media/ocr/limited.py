"""Lower the limits of this process, then become the program named; run as a script, alone.

    python -I -S limited.py MEMORY_BYTES CPU_SECONDS PROGRAM ARGUMENT…

A script and not a hook between fork and exec: such a hook is unsafe in a caller with threads.
"""

import os
import resource
import sys


def main() -> None:
    """Set the limits; the program keeps them for ever."""
    memory, seconds, program = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
    for what, soft, hard in (
        (resource.RLIMIT_AS, memory, memory),
        (resource.RLIMIT_CPU, seconds, seconds + 1),
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
    ):
        most = resource.getrlimit(what)[1]
        least = max(soft, hard) if most == resource.RLIM_INFINITY else most
        resource.setrlimit(what, (min(soft, least), min(hard, least)))
    os.execv(program, sys.argv[3:])


if __name__ == "__main__":
    main()
