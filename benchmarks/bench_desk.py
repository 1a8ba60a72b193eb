"""How fast the desk answers: public pages at 100 a second, intake with matching at 20 a second.

Serves a desk with `--fact-checks` published fact-checks on loopback and loads it in an open loop.
Prints a Markdown table with the machine and the commit.
"""

import argparse
import os
import platform
import random
import re
import subprocess
import sys
import threading
import time
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

from benchmarks import fill_desk, load

HOST = "127.0.0.1"
MEGABYTE = 1024


class Visitor(threading.local):
    """One browser a thread: a connection that is kept, and its cookie."""

    connection: HTTPConnection | None = None
    cookie = ""


class Site:
    """The served desk, spoken to over one connection a thread."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.visitor = Visitor()

    def ask(self, method: str, path: str, body: str = "") -> tuple[int, str, str]:
        """Status, body and location of one request; status 0 when it failed."""
        here = self.visitor
        here.connection = here.connection or HTTPConnection(HOST, self.port, timeout=30)
        headers = {"Content-Type": "application/x-www-form-urlencoded"} if body else {}
        headers |= {"Cookie": here.cookie} if here.cookie else {}
        try:
            here.connection.request(method, path, body.encode() or None, headers)
            answer = here.connection.getresponse()
            text = answer.read().decode()
        except (OSError, HTTPException):
            here.connection = None
            return 0, "", ""
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie" and value.startswith("csrftoken="):
                here.cookie = value.split(";")[0]
        return answer.status, text, answer.getheader("Location") or ""


def form(site: Site) -> dict[str, str]:
    """The hidden fields of a fresh form."""
    page = site.ask("GET", "/hoi/")[1]
    fields = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page)
    return dict(fields)


def said(claims: list[str], chance: random.Random) -> str:
    """A message about one of the claims, as people write it; one in five about something new."""
    from kiemtin.text.fold import fold

    claim = chance.choice(claims)
    if chance.random() < 0.2:
        words = claim.split()
        chance.shuffle(words)
        claim = " ".join(words)
    text = f"nghe nói {claim}, có đúng không ạ" if chance.random() < 0.5 else claim
    return fold(text) if chance.random() < 0.4 else text


def serve(home: Path, port: int) -> subprocess.Popen[bytes]:
    """Start the desk and wait until it answers."""
    words = [sys.executable, "-m", "kiemtin", "serve", "--port", str(port), "--with-worker"]
    environment = os.environ | {"KIEMTIN_POSTS_A_MINUTE": "100000", "KIEMTIN_LOG_LEVEL": "WARNING"}
    server = subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL)
    site = Site(port)
    while site.ask("GET", "/")[0] != 200:
        if server.poll() is not None:
            raise SystemExit(f"the server ended with {server.returncode}")
        time.sleep(0.2)
    return server


def memory(pid: int) -> float:
    """Memory of a process and its children in MB, shared pages counted once (PSS)."""
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    own = int(re.findall(r"^Pss:\s+(\d+)", rollup, re.MULTILINE)[0]) / MEGABYTE
    return own + sum(memory(int(child)) for child in children)


def pages(site: Site, slugs: list[str], seconds: float) -> load.Figures:
    """Public pages at 100 a second."""
    chance = random.Random(2)

    def send(number: int) -> bool:
        return site.ask("GET", f"/kiem-chung/{chance.choice(slugs)}/")[0] == 200

    load.run(send, rate=20, seconds=3)
    return load.run(send, rate=100, seconds=seconds)


def intake(site: Site, claims: list[str], seconds: float, rate: float) -> load.Figures:
    """Messages through the public form, stored and matched, at `rate` a second."""
    chance = random.Random(3)
    count = int(rate * seconds) + 60
    fields = [form(site) for _ in range(count)]
    site_cookie = site.visitor.cookie
    bodies = [
        urlencode(one | {"text": said(claims, chance), "wants_answer": "on"}) for one in fields
    ]
    turn = iter(bodies)
    lock = threading.Lock()

    def send(number: int) -> bool:
        site.visitor.cookie = site_cookie
        with lock:
            body = next(turn)
        status, _text, location = site.ask("POST", "/hoi/", body)
        return status == 302 and "/bien-nhan/" in location

    load.run(send, rate=5, seconds=6)
    return load.run(send, rate=rate, seconds=seconds)


def commit() -> str:
    """The commit that is measured."""
    words = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip()


def main() -> None:
    """Fill, serve, load, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fact-checks", type=int, default=10_000)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--home", type=Path, default=Path("build/bench-desk"))
    parser.add_argument("--port", type=int, default=8099)
    parser.add_argument("--seconds", type=float, default=30)
    args = parser.parse_args()
    fill_desk.setup(args.home)
    from kiemtin.desk.models import FactCheck, Rumour

    if not FactCheck.objects.exists():
        fill_desk.fill(args.fact_checks, args.data)
    slugs = list(FactCheck.objects.values_list("slug", flat=True))
    claims = list(Rumour.objects.filter(state="published").values_list("claim", flat=True))
    server = serve(args.home, args.port)
    site = Site(args.port)
    try:
        read = pages(site, slugs, args.seconds)
        sent = intake(site, claims, args.seconds, 20)
        used = memory(server.pid)
    finally:
        server.terminate()
        server.wait(30)
    print(
        f"{platform.machine()}, {os.cpu_count()} cores, commit {commit()}, {len(slugs)} fact-checks"
    )
    print(load.HEAD)
    print(read.row("public page, 100 a second", "p99 ≤ 40 ms"))
    print(sent.row("intake stored and matched, 20 a second", "p99 ≤ 150 ms"))
    print(f"\nMemory of the server after the load: {used:.0f} MB (must reach ≤ 400 MB)")


if __name__ == "__main__":
    main()
