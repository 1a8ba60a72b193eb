"""A report of the C2PA library is told as far as it goes."""

from kiemtin.media.readers.origin import stated

BARE = {"active_manifest": "a", "manifests": {"a": {"claim_generator": "Phòng tối"}}}
MODEL = {
    "label": "c2pa.actions.v2",
    "data": {"actions": [{"action": "c2pa.created", "digitalSourceType": "x/algorithmicMedia"}]},
}


def test_a_bare_report_is_told_without_a_signer() -> None:
    said = stated(BARE)
    assert (said["generator"], said["issuer"], said["actions"]) == ("Phòng tối", "", [])
    assert said["trusted"] is False


def test_what_an_ingredient_says_of_a_model_counts() -> None:
    manifests = BARE["manifests"]
    assert isinstance(manifests, dict)
    assert stated(BARE | {"manifests": manifests | {"b": {"assertions": [MODEL]}}})["machine_made"]


def test_an_untrusted_signer_leaves_it_intact_and_any_other_failure_does_not() -> None:
    for code, intact in (("signingCredential.untrusted", True), ("claimSignature.mismatch", False)):
        assert stated(BARE | {"validation_status": [{"code": code}]})["intact"] is intact
