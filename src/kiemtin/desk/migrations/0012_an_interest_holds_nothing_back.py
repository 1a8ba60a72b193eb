"""Who has declared an interest neither holds the words of an objection back nor shows them again."""

from django.db import migrations

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0011_what_is_erased"),
    ]

    operations = [
        migrations.RunPython(remove, build),
        migrations.RunPython(build, remove),
    ]
