"""Whom the desk asked is part of what is signed: kept with each version, and noting it is an edit.

Versions of before show no contacts: their signatures were not under them.
"""

from django.db import migrations, models

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [("desk", "0002_rules")]
    operations = [
        migrations.RunPython(remove, build),  # SQLite makes the table anew, without its triggers
        migrations.AddField("version", "contacts", models.JSONField(default=list)),
        migrations.RunPython(build, remove),
    ]
