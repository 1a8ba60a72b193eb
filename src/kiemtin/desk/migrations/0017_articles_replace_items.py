"""What chosen sources say stands in articles with their versions; items of 90 days end."""

from django.db import migrations

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0016_evidence_is_kept"),
    ]

    operations = [
        migrations.RunPython(remove, build),
        migrations.DeleteModel(name="SourceItem"),
        migrations.RunPython(build, remove),
    ]
