"""The words of an answer and of a note can be erased, each apart from what was objected."""

import django.db.models.deletion
from django.db import migrations, models

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0012_an_interest_holds_nothing_back"),
    ]

    operations = [
        migrations.RunPython(remove, build),
        migrations.AlterField(
            model_name="erasure",
            name="objection",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="erasures",
                to="desk.objection",
            ),
        ),
        migrations.AddField(
            model_name="erasure",
            name="note",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="erasures",
                to="desk.objectionnote",
            ),
        ),
        migrations.RunPython(build, remove),
    ]
