"""Right of reply: whom a claim is about and whether they were asked; what became of each objection.

Versions of before do not say whom they are about: nobody asked, so it stays unknown. Of objections
that were accepted before, the next correction of the page is taken as theirs.
"""

from datetime import timedelta

import django.db.models.deletion
from django.apps.registry import Apps
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

from kiemtin.desk.rules.building import build, remove

SOON = timedelta(days=7)  # an amendment of what had been accepted before its time was kept


def stand_as_answered(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Carry over what was answered, and find the corrections that followed."""
    answered = apps.get_model("desk", "Objection").objects.exclude(outcome="")
    for one in answered.select_related("fact_check", "version"):
        one.standing, one.changed_at = one.outcome, one.answered_at
        if one.outcome == "accepted":
            one.amend_by = timezone.localdate(one.answered_at + SOON)
            later = one.fact_check.versions.filter(
                kind__in=["amendment", "withdrawal"],
                number__gt=one.version.number,
                published_at__gte=one.answered_at,
            )
            one.corrected_in = later.order_by("number").first()
        one.save()
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0007_the_desks_own_book"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunPython(remove, build),  # SQLite makes tables anew, without their triggers
        migrations.CreateModel(
            name="ObjectionNote",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "Chấp nhận, sẽ đính chính"),
                            ("refused", "Không chấp nhận, có lý do"),
                        ],
                        max_length=12,
                    ),
                ),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.AddField(
            model_name="contactattempt",
            name="answer_by",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="contactattempt",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("check", "Hỏi để kiểm chứng"),
                    ("reply", "Mời cơ quan, tổ chức được tin nói đến trả lời"),
                    ("private", "Mời một cá nhân được tin nói đến trả lời (không ghi tên)"),
                ],
                default="check",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="about",
            field=models.CharField(
                blank=True,
                choices=[
                    (
                        "body",
                        "Một cơ quan, tổ chức, doanh nghiệp hoặc người nói với tư cách chức vụ",
                    ),
                    ("private", "Một cá nhân (không bao giờ nêu tên)"),
                    ("nobody", "Không về ai cụ thể"),
                ],
                default="",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="about_body",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="draft",
            name="not_asked",
            field=models.CharField(
                blank=True,
                choices=[
                    ("life_safety", "Liên quan tính mạng, không thể chờ"),
                    ("endangers", "Hỏi có thể gây nguy hiểm cho một người"),
                ],
                default="",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="draft",
            name="not_asked_why",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AddField(
            model_name="objection",
            name="amend_by",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="objection",
            name="changed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="objection",
            name="copy",
            field=models.FileField(blank=True, upload_to="objections/%Y/%m"),
        ),
        migrations.AddField(
            model_name="objection",
            name="copy_sha256",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="objection",
            name="copy_type",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="objection",
            name="corrected_in",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="corrects",
                to="desk.version",
            ),
        ),
        migrations.AddField(
            model_name="objection",
            name="held_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="objection",
            name="held_back",
            field=models.CharField(
                blank=True,
                choices=[
                    ("abuse", "lời lẽ xúc phạm"),
                    ("private", "có dữ liệu riêng tư của một người"),
                    ("advertising", "quảng cáo, không nói về bài"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="objection",
            name="held_by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="objection",
            name="kind",
            field=models.CharField(
                choices=[
                    ("wrong", "Bài sai hoặc thiếu"),
                    ("evidence", "Tôi có bằng chứng mới"),
                    ("concerned", "Tôi trả lời thay người, cơ quan được bài nói đến"),
                ],
                default="wrong",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="objection",
            name="standing",
            field=models.CharField(
                blank=True,
                choices=[
                    ("accepted", "Chấp nhận, sẽ đính chính"),
                    ("refused", "Không chấp nhận, có lý do"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="version",
            name="about",
            field=models.CharField(
                blank=True,
                choices=[
                    (
                        "body",
                        "Một cơ quan, tổ chức, doanh nghiệp hoặc người nói với tư cách chức vụ",
                    ),
                    ("private", "Một cá nhân (không bao giờ nêu tên)"),
                    ("nobody", "Không về ai cụ thể"),
                ],
                default="",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="version",
            name="about_body",
            field=models.CharField(blank=True, default="", max_length=200),
        ),
        migrations.AddField(
            model_name="version",
            name="not_asked",
            field=models.CharField(
                blank=True,
                choices=[
                    ("life_safety", "Liên quan tính mạng, không thể chờ"),
                    ("endangers", "Hỏi có thể gây nguy hiểm cho một người"),
                ],
                default="",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="version",
            name="not_asked_why",
            field=models.TextField(blank=True, default=""),
        ),
        migrations.AlterField(
            model_name="contactattempt",
            name="body",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="objectionnote",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="objectionnote",
            name="objection",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="notes",
                to="desk.objection",
            ),
        ),
        migrations.RunPython(stand_as_answered, migrations.RunPython.noop),
        migrations.AddConstraint(
            model_name="contactattempt",
            constraint=models.CheckConstraint(
                condition=models.Q(("purpose__in", ["check", "reply", "private"])),
                name="contact_purpose_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactattempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("body", ""), ("purpose", "private")),
                    models.Q(
                        models.Q(("purpose", "private"), _negated=True), ("body__length__gt", 0)
                    ),
                    _connector="OR",
                ),
                name="a_private_person_who_was_asked_is_not_named",
            ),
        ),
        migrations.AddConstraint(
            model_name="contactattempt",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("purpose", "check"),
                    models.Q(("answer_by__gt", models.F("asked_at")), ("answer_by__isnull", False)),
                    models.Q(("answer__length__gt", 0), ("answered_at__isnull", False)),
                    _connector="OR",
                ),
                name="an_offer_of_a_reply_says_until_when_or_what_came",
            ),
        ),
        migrations.AddConstraint(
            model_name="draft",
            constraint=models.CheckConstraint(
                condition=models.Q(("about", "body"), ("about_body", ""), _connector="OR"),
                name="a_draft_names_no_private_person",
            ),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("corrected_in__isnull", True), ("outcome", ""), ("standing", "")),
                    models.Q(("outcome__in", ["accepted", "refused"]), ("standing", "refused")),
                    models.Q(
                        ("amend_by__isnull", False),
                        ("outcome__in", ["accepted", "refused"]),
                        ("standing", "accepted"),
                    ),
                    _connector="OR",
                ),
                name="an_objection_stands_as_answered",
            ),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("held_back", ""),
                    models.Q(
                        ("held_at__isnull", False),
                        ("held_back__in", ["abuse", "private", "advertising"]),
                        ("held_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="what_is_held_back_says_who_and_when",
            ),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("copy", ""), ("copy_sha256", "")),
                    models.Q(models.Q(("copy", ""), _negated=True), ("copy_sha256__length", 64)),
                    _connector="OR",
                ),
                name="objection_copy_is_hashed",
            ),
        ),
        migrations.AddConstraint(
            model_name="objection",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["wrong", "evidence", "concerned"])),
                name="objection_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("about", "body"), ("about_body__length__gt", 0)),
                    models.Q(("about__in", ["", "private", "nobody"]), ("about_body", "")),
                    _connector="OR",
                ),
                name="a_version_names_a_body_and_nobody_else",
            ),
        ),
        migrations.AddConstraint(
            model_name="version",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("not_asked", ""), ("not_asked_why", "")),
                    models.Q(
                        ("about__in", ["body", "private"]),
                        ("not_asked__in", ["life_safety", "endangers"]),
                        ("not_asked_why__length__gt", 0),
                    ),
                    _connector="OR",
                ),
                name="a_version_says_why_it_did_not_ask",
            ),
        ),
        migrations.AddConstraint(
            model_name="objectionnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("text__length__gt", 0)), name="a_note_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="objectionnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("outcome__in", ["", "accepted", "refused"])),
                name="objection_note_outcome_known",
            ),
        ),
        migrations.RunPython(build, remove),
    ]
