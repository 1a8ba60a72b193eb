"""What people decided of wordings and of two rumours: kept as fingerprints, without text."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0004_messages_have_parts"),
    ]

    operations = [
        migrations.RunPython(remove, build),  # SQLite renames no table while a rule awaits a column
        migrations.CreateModel(
            name="Merge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "Mới"),
                            ("checking", "Đang kiểm tra"),
                            ("published", "Đã công bố"),
                            ("not_checkable", "Không thuộc diện kiểm chứng"),
                            ("merged", "Đã gộp"),
                        ],
                        max_length=16,
                    ),
                ),
                ("moved", models.JSONField(default=list)),
                ("closed", models.JSONField(default=list)),
                ("made_at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "into",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="merges_into",
                        to="desk.rumour",
                    ),
                ),
                (
                    "rumour",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="merges",
                        to="desk.rumour",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Remembered",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wording", models.CharField(db_index=True, max_length=64)),
                ("together", models.BooleanField()),
                ("made_at", models.DateTimeField()),
                ("undone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "match",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="remembered",
                        to="desk.matchrecord",
                    ),
                ),
                (
                    "merge",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="remembered",
                        to="desk.merge",
                    ),
                ),
                (
                    "rumour",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="remembered",
                        to="desk.rumour",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.UniqueConstraint(
                condition=models.Q(("undone_at__isnull", True)),
                fields=("rumour",),
                name="merged_once_at_a_time",
            ),
        ),
        migrations.AddConstraint(
            model_name="merge",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["new", "checking", "published", "not_checkable", "merged"])
                ),
                name="merge_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="remembered",
            constraint=models.CheckConstraint(
                condition=models.Q(("together", False), ("by__isnull", False), _connector="OR"),
                name="only_the_desk_says_together",
            ),
        ),
        migrations.RunPython(build, remove),
    ]
