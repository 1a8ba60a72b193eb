"""Forms that a device sends at the same time, to two processes, are one rating."""

from collections import Counter

from tests.desk.test_workers import BEGIN, at_once
from tests.support.live import Home

PUBLISH = """
from kiemtin.desk.models import Account, Desk, Membership
from kiemtin.desk.words import Role
from tests.support.publishing import Staff
desk = Desk.objects.create(slug="ban", name="Bàn", place="15")
people = [Account.objects.create(email=f"{one}@example.vn", name=one) for one in "ab"]
for one in people:
    for role in (Role.CHECKER, Role.REVIEWER, Role.SPOKESPERSON):
        Membership.objects.create(account=one, desk=desk, role=role)
Staff(desk, *people).publish()
"""
RATE = """
from kiemtin.desk.flow.rate import rate
from kiemtin.desk.models import FactCheck
from kiemtin.desk.words import Helpful
page = FactCheck.objects.get()
print("ready", flush=True)
sys.stdin.readline()
for number in range(12):
    word = list(Helpful)[number % 3]
    print(rate(page, word, read=1, device="device", form=f"form-{number}").state)
"""
LEFT = "from kiemtin.desk.models import Rating, SpentForm\n"
LEFT += "print(Rating.objects.count(), SpentForm.objects.count())"


def test_forms_sent_at_once_count_once(home: Home) -> None:
    done = home.python(f"{BEGIN}\nsys.path.insert(0, os.getcwd())\n{PUBLISH}")
    assert done.returncode == 0, done.stderr
    states = Counter(state for said in at_once(home, RATE) for state in said)
    assert states == {"counted": 1, "replaced": 11, "again": 12}
    assert home.python(BEGIN + LEFT).stdout.split() == ["1", "12"]
