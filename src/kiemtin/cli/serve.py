"""`kiemtin serve`: the desk's pages, public and inside, on one address."""

import argparse

from kiemtin.cli.say import out, sentence
from kiemtin.cli.server import Plan, refuse_taken_port, serve
from kiemtin.cli.start import load_desk
from kiemtin.cli.static import gather
from kiemtin.refusal import Say

HELP = Say("chạy bàn làm việc và trang công khai", "serve the desk and its public pages")
HOST = Say("địa chỉ để nghe (mặc định %(default)s)", "address to listen on (default %(default)s)")
PORT = Say("cổng (mặc định %(default)s)", "port (default %(default)s)")
WORKERS = Say("số tiến trình (mặc định %(default)s)", "processes (default %(default)s)")
THREADS = Say(
    "số luồng mỗi tiến trình (mặc định %(default)s)", "threads a process (default %(default)s)"
)
WORKER = Say(
    "làm luôn việc chờ (mặc định khi chỉ một tiến trình)",
    "do the waiting jobs too (default with one process)",
)
SERVING = Say(
    "Kiểm Tin đang chạy ở {address}  Ctrl-C để dừng.", "Kiểm Tin: {address}  Ctrl-C stops."
)
STOPPED = Say("Đã dừng.", "Stopped.")


def configure(parser: argparse.ArgumentParser) -> None:
    """Add where to listen and with how many hands."""
    add_address(parser)
    parser.add_argument("--workers", type=int, default=1, help=sentence(WORKERS))
    parser.add_argument("--threads", type=int, default=4, help=sentence(THREADS))
    parser.add_argument(
        "--with-worker", action=argparse.BooleanOptionalAction, help=sentence(WORKER)
    )


def add_address(parser: argparse.ArgumentParser) -> None:
    """Add --host and --port."""
    parser.add_argument("--host", default="127.0.0.1", help=sentence(HOST))
    parser.add_argument("--port", type=int, default=8000, help=sentence(PORT))


def run(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    with_worker = args.workers == 1 if args.with_worker is None else args.with_worker
    plan = Plan(args.host, args.port, args.workers, args.threads, with_worker)
    load_desk()
    refuse_taken_port(plan)
    return serve_and_say(plan)


def serve_and_say(plan: Plan) -> int:
    """Serve, saying where, and that it stopped."""
    gather()
    out(SERVING, address=plan.address)
    status = serve(plan)
    out(STOPPED)
    return status
