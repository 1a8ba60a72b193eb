"""The principles as triggers, see kiemtin.desk.rules."""

from django.db import migrations

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_initial")]
    operations = [migrations.RunPython(build, remove)]
