"""A message with several claims is divided: each is a part of it with a life of its own."""

import django.db.models.deletion
from django.db import migrations, models

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0003_contacts_are_signed"),
    ]

    operations = [
        migrations.RunPython(remove, build),  # SQLite makes the table anew, without its triggers
        migrations.RemoveConstraint(
            model_name="message",
            name="message_state_known",
        ),
        migrations.AddField(
            model_name="message",
            name="part_end",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="message",
            name="part_of",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="parts",
                to="desk.message",
            ),
        ),
        migrations.AddField(
            model_name="message",
            name="part_start",
            field=models.PositiveIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="message",
            name="receipt",
            field=models.CharField(blank=True, max_length=64, null=True, unique=True),
        ),
        migrations.AlterField(
            model_name="message",
            name="state",
            field=models.CharField(
                choices=[
                    ("inbox", "Chờ xem"),
                    ("attached", "Đã gộp vào một tin đồn"),
                    ("not_checkable", "Không thuộc diện kiểm chứng"),
                    ("set_aside", "Không có gì để kiểm chứng"),
                    ("divided", "Đã tách"),
                ],
                default="inbox",
                max_length=16,
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["inbox", "attached", "not_checkable", "set_aside", "divided"])
                ),
                name="message_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("part_end__isnull", True),
                        ("part_of__isnull", True),
                        ("part_start__isnull", True),
                    ),
                    models.Q(
                        ("part_end__isnull", False),
                        ("part_of__isnull", False),
                        ("part_start__isnull", False),
                        ("part_start__lt", models.F("part_end")),
                    ),
                    _connector="OR",
                ),
                name="a_part_says_where_it_stands",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("part_of__isnull", True), ("receipt__isnull", False)),
                    models.Q(("part_of__isnull", False), ("receipt__isnull", True)),
                    _connector="OR",
                ),
                name="only_the_whole_has_a_receipt",
            ),
        ),
        migrations.AddConstraint(
            model_name="message",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("part_of__isnull", True),
                    models.Q(("state", "divided"), _negated=True),
                    _connector="OR",
                ),
                name="a_part_is_never_divided",
            ),
        ),
        migrations.RunPython(build, remove),
    ]
