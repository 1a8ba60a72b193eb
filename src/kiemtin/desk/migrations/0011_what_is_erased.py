"""What should never have been public can be erased: by two people, with a tombstone in the log."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0010_who_says_it_and_who_pays"),
    ]

    operations = [
        migrations.RunPython(remove, build),
        migrations.AlterField(
            model_name="logentry",
            name="body",
            field=models.JSONField(null=True),
        ),
        migrations.AlterField(
            model_name="logentry",
            name="salt",
            field=models.BinaryField(max_length=32, null=True),
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("asked_at", models.DateTimeField()),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "done_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erasure",
                        to="desk.logentry",
                    ),
                ),
                (
                    "objection",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erasure",
                        to="desk.objection",
                    ),
                ),
                (
                    "tombstone",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erases",
                        to="desk.logentry",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason__length__gt", 0)), name="an_erasure_says_why"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("done_by__isnull", True), ("tombstone__isnull", True)),
                            models.Q(
                                ("done_by__isnull", False),
                                ("tombstone__isnull", False),
                                models.Q(("done_by", models.F("asked_by")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="two_people_erase",
                    ),
                ],
            },
        ),
        migrations.RunPython(build, remove),
    ]
