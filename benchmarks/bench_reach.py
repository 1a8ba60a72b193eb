"""What reaching everyone takes: webhooks stored while a desk serves, and a broadcast that goes out.

Serves a desk on loopback, lets a Zalo peer call it 100 times a second with every tenth call made
twice, and counts what was lost or doubled; then sends one version to 150 communicators on three
channels of local peers. Prints Markdown tables with the machine and the commit.
"""

import argparse
import logging
import os
import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from http.client import HTTPConnection, HTTPException
from pathlib import Path

from benchmarks import fill_desk, load
from benchmarks.machine import machine
from tests.support.peers import zalo_oa
from tests.support.peers.sms_gate import SmsGate
from tests.support.peers.telegram import Telegram
from tests.support.peers.zalo_oa import ZaloOA

TEXTS = (
    "nghe nói đập Nậm Mẫu vỡ, có đúng không ạ",
    "mai học sinh cả tỉnh được nghỉ à",
    "có người gọi xin tiền cứu trợ, thật không",
    "TRỢ GIÚP",
)
PEOPLE, WAYS = 150, ("zalo_oa", "telegram", "sms_gate")


def calls(port: int, count: int, rate: float) -> load.Figures:
    """`count` calls, and every tenth of them a second time."""
    now = datetime.now(UTC)
    signed = [
        zalo_oa.signed(
            zalo_oa.message(now, TEXTS[at % len(TEXTS)], who=str(10**17 + at), number=f"n{at:07d}")
        )
        for at in range(count)
    ]
    here = threading.local()

    def send(number: int) -> bool:
        answers = [_post(here, port, *signed[number])]
        if number % 10 == 0:
            answers.append(_post(here, port, *signed[number]))
        return answers == [200] * len(answers)

    return load.run(send, rate=rate, seconds=count / rate, threads=24)


def _post(here: threading.local, port: int, headers: dict[str, str], body: bytes) -> int:
    connection = getattr(here, "connection", None) or HTTPConnection("127.0.0.1", port, timeout=30)
    here.connection = connection
    try:
        connection.request("POST", "/kenh/zalo_oa/", body, headers)
        answer = connection.getresponse()
        answer.read()
    except (OSError, HTTPException):
        here.connection = None
        return 0
    return int(answer.status)


def serve(port: int, peer: ZaloOA) -> subprocess.Popen[bytes]:
    """Start the desk with its worker and wait until it answers."""
    words = [sys.executable, "-m", "kiemtin", "serve", "--port", str(port), "--with-worker"]
    environment = os.environ | peer.environ() | {"KIEMTIN_LOG_LEVEL": "ERROR"}
    server = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL)
    while True:
        try:
            probe = HTTPConnection("127.0.0.1", port, timeout=5)
            probe.request("GET", "/robots.txt")
            probe.getresponse().read()
        except OSError:
            if server.poll() is not None:
                raise SystemExit(f"the server ended with {server.returncode}") from None
            time.sleep(0.2)
        else:
            return server


def webhooks(args: argparse.Namespace) -> None:
    """The first table: stored, once each, and how long until all were worked on."""
    from kiemtin.desk.models import Incoming, Message

    with ZaloOA() as peer:
        server = serve(args.port, peer)
        before = Incoming.objects.count()
        try:
            figures = calls(args.port, args.calls, args.rate)
            stored = Incoming.objects.count() - before
            began, left = time.perf_counter(), Incoming.objects.filter(done_at=None)
            while left.exists() and time.perf_counter() - began < args.drain:
                time.sleep(1)
            worked, waiting = time.perf_counter() - began, left.count()
        finally:
            server.terminate()
            server.wait(60)
    print(load.HEAD)
    print(figures.row(f"webhooks, {args.rate:.0f} a second", "p99 ≤ 200 ms, none lost or doubled"))
    print(f"\nSent {args.calls} and {args.calls // 10} of them twice: {stored} stored,")
    print(f"{worked:.0f} s after the last call {waiting} waited to be worked on;")
    print(f"{Message.objects.filter(channel='zalo_oa').count()} were messages by then,")
    print(f"{len(peer.sent)} replies sent.\n")


def enrol() -> None:
    """150 communicators, each with three ways."""
    from kiemtin.desk.addresses import lookup
    from kiemtin.desk.models import Account, Communicator, Desk, Way
    from kiemtin.desk.moment import now
    from kiemtin.desk.sealing import seal

    Communicator.objects.filter(sendings=None).delete()
    desk, by, moment = Desk.objects.earliest("pk"), Account.objects.earliest("pk"), now()
    for at in range(PEOPLE):
        one = Communicator.objects.create(
            desk=desk,
            name=f"Tuyên truyền viên {at}",
            place="02683",
            invited_by=by,
            invited_at=moment,
            invite_until=moment,
            joined_at=moment,
        )
        for way in WAYS:
            address = f"+8490{at:07d}" if way == "sms_gate" else str(10**15 + at)
            sealed, found = seal(address), lookup(way, address)
            Way.objects.create(
                communicator=one, channel=way, lookup=found, sealed=sealed, added_at=moment
            )


def broadcast() -> None:
    """The second table: from the order until the last peer has the last message."""
    from django.conf import settings

    from kiemtin.desk import connectors
    from kiemtin.desk.flow import broadcasting, sending
    from kiemtin.desk.models import Account, ChannelState, Membership, Sending, Version
    from kiemtin.desk.words import Role
    from kiemtin.desk.words_reach import Priority, SendingState

    enrol()
    ChannelState.objects.all().delete()  # another peer lends other tokens
    Sending.objects.filter(state=SendingState.QUEUED).update(
        state=SendingState.STOPPED, sealed=None
    )
    speaker = Account.objects.earliest("pk")
    version = Version.objects.select_related("fact_check__desk").latest("pk")
    desk = version.fact_check.desk
    for role in (Role.SPOKESPERSON, Role.REVIEWER):
        Membership.objects.get_or_create(account=speaker, desk=desk, role=role)
    with ZaloOA() as zalo, Telegram() as telegram, SmsGate() as gate:
        settings.CHANNELS, _ = connectors.read(zalo.environ() | telegram.environ() | gate.environ())
        stop = threading.Event()
        began = time.perf_counter()
        threads = sending.start(stop)
        broadcasting.order(speaker, version, Priority.URGENT, [desk.place or "15"])
        rows = Sending.objects.filter(version=version, kind="broadcast")
        while rows.exclude(state=SendingState.SENT).exists() and time.perf_counter() - began < 300:
            time.sleep(0.2)
        took = time.perf_counter() - began
        stop.set()
        for thread in threads:
            thread.join()
        got = [peer.sent for peer in (zalo, telegram, gate)]
    once = all(len({who for who, _text in sent}) == len(sent) == PEOPLE for sent in got)
    print("| what | sent | seconds | each once | must reach |\n|---|---|---|---|---|")
    count = sum(map(len, got))
    print(
        f"| {PEOPLE} communicators × {len(WAYS)} channels | {count} | {took:.1f} | {once} | 60 s |"
    )


def main() -> None:
    """Fill, call, send, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--calls", type=int, default=10_000)
    parser.add_argument("--rate", type=float, default=100)
    parser.add_argument("--drain", type=float, default=900, help="seconds to go on after the calls")
    parser.add_argument("--fact-checks", type=int, default=300)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--home", type=Path, default=Path("build/bench-reach"))
    parser.add_argument("--port", type=int, default=8098)
    args = parser.parse_args()
    fill_desk.setup(args.home)
    logging.disable(logging.ERROR)
    from kiemtin.desk.models import FactCheck

    if not FactCheck.objects.exists():
        fill_desk.fill(args.fact_checks, args.data)
    print(machine(), f"{FactCheck.objects.count()} fact-checks\n", sep=", ")
    webhooks(args)
    broadcast()


if __name__ == "__main__":
    main()
