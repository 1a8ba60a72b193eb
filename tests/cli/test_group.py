"""What `kiemtin group` asks for on its line."""

import pytest

from kiemtin.cli.main import parser


def test_without_options_it_writes_to_standard_output_in_one_process() -> None:
    args = parser(["group"]).parse_args(["group", "-"])
    assert (args.output, args.decisions, args.lines, args.jobs) == ("-", None, False, 1)


@pytest.mark.parametrize("jobs", ["0", "-1", "x"])
def test_jobs_are_at_least_one(jobs: str) -> None:
    with pytest.raises(SystemExit) as left:
        parser(["group"]).parse_args(["group", "-", "--jobs", jobs])
    assert left.value.code == 2
