"""The address of a page may change when the text that it was made of was erased."""

from django.db import migrations

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0013_answers_are_erased"),
    ]

    operations = [
        migrations.RunPython(remove, build),
        migrations.RunPython(build, remove),
    ]
