"""Who of the desk did what: a book that is only added to, each entry under the hash before it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0006_keys_of_the_log"),
    ]

    operations = [
        migrations.RunPython(remove, build),
        migrations.CreateModel(
            name="AuditEntry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveBigIntegerField(unique=True)),
                ("made_at", models.DateTimeField()),
                ("act", models.CharField(max_length=40)),
                ("kind", models.CharField(max_length=32)),
                ("object", models.PositiveBigIntegerField(blank=True, null=True)),
                ("details", models.JSONField(default=dict)),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
                (
                    "actor",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "desk",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="desk.desk",
                    ),
                ),
            ],
            options={
                "ordering": ["-number"],
                "indexes": [
                    models.Index(fields=["desk", "-number"], name="audit_of_a_desk"),
                    models.Index(fields=["kind", "object"], name="audit_of_a_record"),
                ],
            },
        ),
        migrations.RunPython(build, remove),
    ]
