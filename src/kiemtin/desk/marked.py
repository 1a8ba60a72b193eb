"""Numbers and addresses that an editor marked as the subject of a claim: they are not redacted."""

from kiemtin.desk.models import Identifier


def marked() -> set[str]:
    """Every one of them, as it was marked."""
    return set(Identifier.objects.values_list("value", flat=True))
