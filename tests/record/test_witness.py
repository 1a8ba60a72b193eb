"""A real witness on this machine is asked: it cosigns what grows, and says why it will not."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from kiemtin.record.checkpoint import Checkpoint, sign_checkpoint
from kiemtin.record.cosignature import check_lines, witness_key
from kiemtin.record.fetch import Site
from kiemtin.record.fetch_refusal import FetchRefused
from kiemtin.record.keys import SignerKey
from kiemtin.record.merkle import leaf_hash
from kiemtin.record.notes import Signature
from kiemtin.record.reader import CHECKPOINT, LogFolder
from kiemtin.record.refusal import RecordRefused
from kiemtin.record.tree import Tree
from kiemtin.record.witness import MAX_ANSWER_BYTES, Ask, ask, read_witnesses
from kiemtin.record.witness_refusal import ALARMS
from tests.support.logs import KEY, entries, make
from tests.support.witness import SECONDS, Reply, TestWitness, serving

SIGNER = SignerKey("witness.example/w1", b"\x05" * 32)
NOW = datetime.fromtimestamp(SECONDS, UTC)


def asked(tree: Tree, size: int | None = None, signer: SignerKey = KEY) -> Ask:
    """A signed checkpoint of the first `size` leaves."""
    size = tree.size if size is None else size
    signed = sign_checkpoint(Checkpoint(signer.name, size, tree.root(size)), [signer])
    return Ask(signed, tree.node)


def tree(size: int, salt: bytes = b"") -> Tree:
    return Tree(leaf_hash(salt + entry) for entry in entries(0, size))


@pytest.fixture
def witness() -> TestWitness:
    return TestWitness(SIGNER, KEY.verifier)


@contextmanager
def site(witness: TestWitness) -> Iterator[Site]:
    with serving(witness) as address, Site(address, seconds=3) as one:
        yield one


def code(witness: TestWitness, what: Ask, old: int = 0, now: datetime = NOW) -> str:
    """Why the witness's answer is refused."""
    with site(witness) as one, pytest.raises(RecordRefused) as refused:
        ask(one, witness.key, what, old, now)
    assert refused.value.vi() != refused.value.en()
    return refused.value.code


def test_a_new_log_is_cosigned(witness: TestWitness) -> None:
    what = asked(tree(5))
    with site(witness) as one:
        lines = ask(one, witness.key, what, 0, NOW)
    assert [found.time for found in check_lines(what.text, lines, [witness.key])] == [NOW]
    assert witness.seen[KEY.name] == (5, tree(5).root())


def test_a_log_that_grew_is_cosigned_from_the_size_before(witness: TestWitness) -> None:
    with site(witness) as one:
        for old, size in ((0, 3), (3, 300), (300, 300), (300, 301)):
            assert ask(one, witness.key, asked(tree(size)), old, NOW)
    assert witness.asked == 4


def test_the_witness_tells_its_size_and_is_asked_again(witness: TestWitness) -> None:
    with site(witness) as one:
        ask(one, witness.key, asked(tree(3)), 0, NOW)
        assert ask(one, witness.key, asked(tree(8)), 0, NOW)
        assert ask(one, witness.key, asked(tree(9)), 5, NOW)
    assert witness.asked == 5


def test_it_is_not_asked_for_ever(witness: TestWitness) -> None:
    with site(witness) as one:
        ask(one, witness.key, asked(tree(3)), 0, NOW)
    witness.asked = 0
    sizes = iter(range(1, 100))
    witness.misbehave = lambda reply: Reply(409, b"%d\n" % next(sizes), "text/x.tlog.size")
    assert code(witness, asked(tree(200))) == "not_cosigned"
    assert witness.asked == 3


def test_a_split_view_is_an_alarm(witness: TestWitness) -> None:
    with site(witness) as one:
        ask(one, witness.key, asked(tree(5)), 0, NOW)
    assert code(witness, asked(tree(5, b"other"))) == "inconsistent"
    assert code(witness, asked(tree(9, b"other"))) == "inconsistent"
    assert code(witness, asked(tree(9, b"other")), 5) == "inconsistent"
    assert code(witness, asked(tree(4))) == "ahead"
    assert {"inconsistent", "ahead"} == ALARMS
    assert witness.seen[KEY.name] == (5, tree(5).root())


def test_a_log_or_key_that_the_witness_does_not_know(witness: TestWitness) -> None:
    stranger = SignerKey("stranger.example/log", b"\x09" * 32)
    forger = SignerKey(KEY.name, b"\x09" * 32)
    assert code(witness, asked(tree(5), signer=stranger)) == "unknown_log"
    assert code(witness, asked(tree(5), signer=forger)) == "key_not_trusted"
    assert not witness.seen


def test_a_forged_proof_is_not_cosigned(witness: TestWitness) -> None:
    with site(witness) as one:
        ask(one, witness.key, asked(tree(5)), 0, NOW)
    right = asked(tree(9))
    forged = Ask(right.note, lambda level, index: bytes(32))
    assert code(witness, forged, 5) == "inconsistent"


def test_a_key_that_is_not_in_the_settings_signs_nothing(witness: TestWitness) -> None:
    witness.signer = SignerKey("other.example/w", b"\x06" * 32)
    with site(witness) as one, pytest.raises(RecordRefused) as refused:
        ask(one, witness_key(SIGNER), asked(tree(5)), 0, NOW)
    assert refused.value.code == "no_cosignature"


def test_a_cosignature_on_something_else_is_refused(witness: TestWitness) -> None:
    with site(witness) as one:
        (line,) = ask(one, witness.key, asked(tree(4)), 0, NOW)
    witness.misbehave = lambda reply: Reply(200, line.line().encode())
    assert code(witness, asked(tree(5))) == "wrong_signature"


def test_only_lines_of_the_asked_witness_are_taken(witness: TestWitness) -> None:
    foreign = Signature("else.example/w", bytes(4), bytes(72)).line().encode()
    witness.misbehave = lambda reply: replace(reply, body=foreign + reply.body + foreign)
    with site(witness) as one:
        lines = ask(one, witness.key, asked(tree(5)), 0, NOW)
    assert [line.name for line in lines] == [SIGNER.name]


def test_a_time_that_has_not_come_is_refused(witness: TestWitness) -> None:
    assert code(witness, asked(tree(5)), now=NOW - timedelta(hours=1)) == "wrong_time"


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (Reply(200), "answer_unreadable"),
        (Reply(200, b"<html>"), "answer_unreadable"),
        (Reply(200, b"\xff\n"), "answer_unreadable"),
        (Reply(409, b"5\n"), "answer_unreadable"),
        (Reply(409, b"05\n", "text/x.tlog.size"), "answer_unreadable"),
        (Reply(409, b"-1\n", "text/x.tlog.size"), "answer_unreadable"),
        (Reply(409, b"99999999999999999999999\n", "text/x.tlog.size"), "answer_unreadable"),
        (Reply(409, b"7\n", "text/x.tlog.size"), "ahead"),
        (Reply(409, b"0\n", "text/x.tlog.size"), "not_cosigned"),
        (Reply(302, headers={"Location": "http://127.0.0.1:1/"}), "redirected"),
        (Reply(200, bytes(MAX_ANSWER_BYTES + 1)), "too_much"),
        (Reply(200, headers={"Content-Length": "9"}), "no_answer"),
        (Reply(400), "not_cosigned"),
        (Reply(429), "not_cosigned"),
        (Reply(500, b"secret"), "not_cosigned"),
    ],
    ids=lambda value: str(getattr(value, "status", value)),
)
def test_a_strange_answer_is_refused(witness: TestWitness, reply: Reply, expected: str) -> None:
    def misbehave(_: Reply) -> Reply:
        if "Content-Length" in reply.headers:
            reply.headers["Connection"] = "close"
        return reply

    witness.misbehave = misbehave
    with (
        serving(witness) as address,
        Site(address, seconds=0.5) as one,
        pytest.raises(RecordRefused) as refused,
    ):
        ask(one, witness.key, asked(tree(5)), 0, NOW)
    # A body that never comes is late where the server keeps the line open.
    assert refused.value.code in {expected, "too_slow" if expected == "no_answer" else expected}


def test_nobody_there_is_no_answer(witness: TestWitness) -> None:
    with serving(witness) as address:
        pass
    with Site(address, seconds=3) as one, pytest.raises(FetchRefused) as refused:
        ask(one, witness.key, asked(tree(5)), 0, NOW)
    assert refused.value.code == "no_answer"


def test_a_log_in_a_folder_is_shown_to_its_witness(witness: TestWitness, tmp_path: Path) -> None:
    with site(witness) as one:
        for old, size in ((0, 2), (2, 256), (256, 700)):
            folder = LogFolder(make(tmp_path, size))
            what = Ask(folder.file(CHECKPOINT), folder.nodes(size))
            assert ask(one, witness.key, what, old, NOW)
    assert witness.seen[KEY.name][0] == 700


def test_the_setting_names_key_address_and_organisation() -> None:
    key = witness_key(SIGNER)
    other = witness_key(SignerKey("w2", b"\x06" * 32))
    first, second = read_witnesses(
        f"{key} https://w.example/sub Hội Báo chí, {other} http://[::1]:80/w2 University of X"
    )
    assert (first.key, first.address, first.organisation) == (
        key,
        "https://w.example/sub",
        "Hội Báo chí",
    )
    assert second.organisation == "University of X"
    assert read_witnesses("") == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("KEY https://w.example", "setting"),
        ("KEY http://w.example org", "address"),
        ("KEY https://a:b@w.example org", "address"),
        ("KEY ftp://w.example org", "address"),
        ("KEY https://w.example/?q org", "address"),
        ("KEY https://w.example:99999 org", "address"),
        ("w1 https://w.example org", "key_text"),
        ("KEY https://w.example org, KEY https://v.example other", "setting"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(text: str, code: str) -> None:
    with pytest.raises(RecordRefused) as refused:
        read_witnesses(text.replace("KEY", str(witness_key(SIGNER))))
    assert refused.value.code == code
    assert "a:b" not in refused.value.en()


class Witnessed(RuleBasedStateMachine):
    """A log grows, forks, is rolled back and asked about with any old size; the witness's word is
    always on one history, and the client takes no cosignature for another.
    """

    def __init__(self) -> None:
        super().__init__()
        self.witness = TestWitness(SIGNER, KEY.verifier)
        self.serving = serving(self.witness)
        self.site = Site(self.serving.__enter__(), seconds=5)
        self.trees = [tree(1), tree(1, b"fork")]
        self.cosigned: list[tuple[int, bytes]] = []

    def teardown(self) -> None:
        self.site.close()
        self.serving.__exit__(None, None, None)

    @rule(which=st.integers(0, 1), count=st.integers(1, 80))
    def grow(self, which: int, count: int) -> None:
        one = self.trees[which]
        for entry in entries(one.size, count):
            one.append(leaf_hash(b"%d" % which + entry))

    @rule(which=st.integers(0, 1), data=st.data(), old=st.integers(0, 400))
    def show(self, which: int, data: st.DataObject, old: int) -> None:
        one = self.trees[which]
        size = data.draw(st.integers(1, one.size))
        what = asked(one, size)
        seen, root = self.witness.seen.get(KEY.name, (0, Tree().root()))
        if size < seen or one.root(seen) != root:
            with pytest.raises(RecordRefused) as refused:
                ask(self.site, self.witness.key, what, min(old, size), NOW)
            assert refused.value.code in ALARMS
            return
        lines = ask(self.site, self.witness.key, what, min(old, size), NOW)
        assert check_lines(what.text, lines, [self.witness.key])
        self.cosigned.append((size, one.root(size)))

    @invariant()
    def one_history(self) -> None:
        fits = [
            all(one.size >= n and one.root(n) == root for n, root in self.cosigned)
            for one in self.trees
        ]
        assert any(fits)
        sizes = [size for size, _ in self.cosigned]
        assert sizes == sorted(sizes)


Witnessed.TestCase.settings = settings(max_examples=8, stateful_step_count=10, deadline=None)
TestWitnessed = Witnessed.TestCase
