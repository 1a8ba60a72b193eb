"""Readers' ratings, one a device and fact-check; what the model says of a version; and reviews of
what is contested.
"""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0008_right_of_reply"),
    ]

    operations = [
        migrations.RunPython(remove, build),
        migrations.CreateModel(
            name="SpentForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("mark", models.CharField(max_length=64, unique=True)),
                ("spent_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Rating",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("rater", models.CharField(blank=True, max_length=64)),
                (
                    "value",
                    models.CharField(
                        choices=[
                            ("helpful", "Có ích"),
                            ("somewhat", "Có ích một phần"),
                            ("not", "Không có ích"),
                        ],
                        max_length=12,
                    ),
                ),
                ("rated_at", models.DateTimeField(db_index=True)),
                (
                    "fact_check",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="desk.factcheck",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ratings",
                        to="desk.version",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="RatingTag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tag",
                    models.CharField(
                        choices=[
                            ("clear", "Dễ hiểu"),
                            ("answered", "Trả lời đúng điều tôi hỏi"),
                            ("evidence", "Chứng cứ tốt"),
                            ("hard", "Khó hiểu"),
                            ("weak", "Chứng cứ yếu"),
                            ("missing", "Thiếu điều tôi hỏi"),
                            ("outdated", "Đã cũ"),
                            ("one_sided", "Nghe như chỉ một phía"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "rating",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tags",
                        to="desk.rating",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ContestedReview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("opened_at", models.DateTimeField()),
                ("note", models.TextField(blank=True)),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contested_review",
                        to="desk.version",
                    ),
                ),
            ],
            options={
                "ordering": ["opened_at", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at__isnull", True),
                                ("closed_by__isnull", True),
                                ("note", ""),
                            ),
                            models.Q(
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                                ("note__length__gt", 0),
                            ),
                            _connector="OR",
                        ),
                        name="a_contested_review_ends_with_a_name_and_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "reception",
                    models.CharField(
                        choices=[
                            ("helpful", "Người đọc nhiều phía thấy có ích"),
                            ("not_helpful", "Người đọc nhiều phía thấy không có ích"),
                            ("contested", "Chỉ một phía người đọc thấy có ích"),
                            ("too_few", "Chưa đủ ý kiến"),
                        ],
                        max_length=12,
                    ),
                ),
                ("judged_on", models.DateField()),
                (
                    "version",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="judgement",
                        to="desk.version",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reception__in", ["helpful", "not_helpful", "contested", "too_few"])
                        ),
                        name="reception_known",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="rating",
            constraint=models.UniqueConstraint(
                condition=models.Q(("rater", ""), _negated=True),
                fields=("fact_check", "rater"),
                name="one_rating_a_device_and_fact_check",
            ),
        ),
        migrations.AddConstraint(
            model_name="rating",
            constraint=models.CheckConstraint(
                condition=models.Q(("rater__length__in", [0, 64])),
                name="a_rater_is_a_hash_or_forgotten",
            ),
        ),
        migrations.AddConstraint(
            model_name="rating",
            constraint=models.CheckConstraint(
                condition=models.Q(("value__in", ["helpful", "somewhat", "not"])),
                name="rating_value_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="ratingtag",
            constraint=models.UniqueConstraint(
                fields=("rating", "tag"), name="a_reason_once_a_rating"
            ),
        ),
        migrations.AddConstraint(
            model_name="ratingtag",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "tag__in",
                        [
                            "clear",
                            "answered",
                            "evidence",
                            "hard",
                            "weak",
                            "missing",
                            "outdated",
                            "one_sided",
                        ],
                    )
                ),
                name="rating_tag_known",
            ),
        ),
        migrations.RunPython(build, remove),
    ]
