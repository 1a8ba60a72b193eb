"""Give up, for the rest of this process, every right that reading from one connection can spare.

What the platform cannot take away is kept silently: the limits hold wherever Python runs on a Unix,
another user where the desk runs as root, the filter of system calls on Linux (x86-64, ARM64).
"""

import ctypes
import os
import platform
import resource
import signal
import struct
from contextlib import suppress
from dataclasses import dataclass

NOBODY = 65534
"""The user and group that own nothing, by custom of Linux and the BSDs."""

# include/uapi/linux/{prctl,seccomp,filter,audit}.h
_NO_NEW_PRIVS, _SET_SECCOMP, _FILTER = 38, 22, 2
_LOAD, _EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _REFUSE, _KILL = 0x7FFF0000, 0x00050001, 0x80000000  # 1 is EPERM
_NUMBER_AT, _MACHINE_AT = 0, 4

# What is left: read, write and close what is open, memory, time, random numbers, signals to
# oneself, leaving. No way to open, connect, start, send a signal or change a file.
# arch/x86/entry/syscalls/syscall_64.tbl and include/uapi/asm-generic/unistd.h
_LEFT: dict[str, tuple[int, tuple[int, ...]]] = {
    "x86_64": (
        0xC000003E,
        (
            *(0, 1, 3, 5, 8, 19, 20, 45, 44),  # read write close fstat lseek readv writev recv send
            *(9, 10, 11, 12, 25, 28),  # mmap mprotect munmap brk mremap madvise
            *(13, 14, 15, 131, 219),  # rt_sigaction rt_sigprocmask rt_sigreturn sigaltstack restart
            *(96, 228, 230, 318),  # gettimeofday clock_gettime clock_nanosleep getrandom
            *(24, 39, 99, 186, 202),  # sched_yield getpid sysinfo gettid futex
            *(60, 231),  # exit exit_group
        ),
    ),
    "aarch64": (
        0xC00000B7,
        (
            *(63, 64, 57, 80, 62, 65, 66, 207, 206),
            *(222, 226, 215, 214, 216, 233),
            *(134, 135, 139, 132, 128),
            *(169, 113, 115, 278),
            *(124, 172, 179, 178, 98),
            *(93, 94),
        ),
    ),
}


@dataclass(frozen=True)
class Rights:
    """What is left: bytes of address space, seconds of processor, seconds until it ends itself."""

    memory: int
    cpu_seconds: int
    seconds: float


def confine(rights: Rights) -> None:
    """Keep the open files and nothing else; whatever has to be imported or read comes before."""
    # Whoever started this process may die first: it must not drip on for ever.
    signal.setitimer(signal.ITIMER_REAL, rights.seconds)
    _become_nobody()
    for what, amount in (
        (resource.RLIMIT_AS, rights.memory),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_NPROC, 0),
        (resource.RLIMIT_NOFILE, 0),  # what is open stays open; nothing more can be opened
    ):
        _lower(what, amount)
    # At the soft limit the system says why it ends us, at the hard one it does not.
    _lower(resource.RLIMIT_CPU, rights.cpu_seconds, rights.cpu_seconds + 1)
    with suppress(OSError, AttributeError):
        _filter_calls()


def _become_nobody() -> None:
    if os.geteuid() == 0:
        # Where root is the only user of a container there is nobody to become.
        with suppress(OSError):
            os.setgroups([])
            os.setgid(NOBODY)
            os.setuid(NOBODY)


def _lower(what: int, soft: int, hard: int | None = None) -> None:
    """Set a limit, and never above the one that already holds."""
    _soft, most = resource.getrlimit(what)
    hard = soft if hard is None else hard
    if most != resource.RLIM_INFINITY:
        soft, hard = min(soft, most), min(hard, most)
    resource.setrlimit(what, (soft, hard))


def _filter_calls() -> None:
    """Install a seccomp filter: a call that is not in the list fails with EPERM (seccomp(2))."""
    machine, left = _LEFT.get(platform.machine(), (0, ()))
    if platform.system() != "Linux" or not left:
        return
    program = _program(machine, left)
    held = ctypes.create_string_buffer(program, len(program))
    pointer = ctypes.create_string_buffer(
        struct.pack("HxxxxxxQ", len(program) // 8, ctypes.addressof(held)), 16
    )
    prctl = ctypes.CDLL(None, use_errno=True).prctl
    word = ctypes.c_ulong
    prctl(_NO_NEW_PRIVS, word(1), word(0), word(0), word(0))
    prctl(_SET_SECCOMP, word(_FILTER), pointer, word(0), word(0))


def _program(machine: int, left: tuple[int, ...]) -> bytes:
    """Return the filter: of another machine's calls none, of this one's those in the list."""
    steps = [
        (_LOAD, 0, 0, _MACHINE_AT),
        (_EQUAL, 1, 0, machine),
        (_RETURN, 0, 0, _KILL),
        (_LOAD, 0, 0, _NUMBER_AT),
        *((_EQUAL, len(left) - place, 0, number) for place, number in enumerate(left)),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
