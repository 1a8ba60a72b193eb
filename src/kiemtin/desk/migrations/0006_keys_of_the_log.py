"""The public keys with which the desk signs its log, one in force at a time."""

import django.db.models.deletion
from django.db import migrations, models

from kiemtin.desk.rules.building import build, remove

WHY = [("rotated", "thay theo lịch"), ("lost", "mất khoá"), ("revoked", "thu hồi, có thể đã lộ")]


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0005_decisions_are_remembered"),
    ]

    operations = [
        migrations.RunPython(remove, build),
        migrations.CreateModel(
            name="LogKey",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("public", models.CharField(max_length=400, unique=True)),
                ("began_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                ("ended_why", models.CharField(blank=True, choices=WHY, max_length=8)),
                (
                    "entry",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="began_key",
                        to="desk.logentry",
                    ),
                ),
            ],
            options={"ordering": ["id"]},
        ),
        migrations.AddConstraint(
            model_name="logkey",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("ended_why",),
                name="one_log_key_in_force",
            ),
        ),
        migrations.AddConstraint(
            model_name="logkey",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at__isnull", True), ("ended_why", "")),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("ended_why__in", ["rotated", "lost", "revoked"]),
                    ),
                    _connector="OR",
                ),
                name="an_ended_key_says_why",
            ),
        ),
        migrations.RunPython(build, remove),
    ]
