"""The principles as triggers, see kiemtin.desk.rules."""

from django.db import migrations

from kiemtin.desk import rules


def build(apps, schema_editor):
    for statement in rules.create(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def remove(apps, schema_editor):
    for statement in rules.drop(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_initial")]
    operations = [migrations.RunPython(build, remove)]
