"""Captures of pages, what machines read in files, the library of sources, lists of steps."""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0015_it_reaches_everyone"),
    ]

    operations = [
        migrations.RunPython(remove, build),
        migrations.CreateModel(
            name="ForeignCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item", models.CharField(max_length=64)),
                ("url", models.URLField(max_length=1000)),
                ("claim", models.TextField()),
                ("publisher", models.CharField(max_length=200)),
                ("rating", models.CharField(blank=True, max_length=200)),
                (
                    "verdict",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("true", "Đúng"),
                            ("mostly_true", "Đúng phần lớn"),
                            ("misleading", "Gây hiểu lầm"),
                            ("false", "Sai"),
                            ("unproven", "Chưa đủ căn cứ"),
                        ],
                        max_length=16,
                    ),
                ),
                ("said_on", models.DateField(blank=True, null=True)),
                ("language", models.CharField(blank=True, max_length=8)),
                ("came_at", models.DateTimeField()),
                ("gone_at", models.DateTimeField(blank=True, null=True)),
                ("earlier", models.JSONField(blank=True, default=list)),
                ("sequence", models.PositiveBigIntegerField(unique=True)),
                ("encoder", models.CharField(blank=True, max_length=64)),
                ("vector", models.BinaryField(default=bytes)),
            ],
            options={
                "ordering": ["-came_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Article",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item", models.CharField(max_length=64)),
                ("link", models.URLField(blank=True, max_length=1000)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("came_at", models.DateTimeField()),
                ("looked_at", models.DateTimeField(blank=True, null=True)),
                ("gone_at", models.DateTimeField(blank=True, null=True)),
                (
                    "same_as",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="copies",
                        to="desk.article",
                    ),
                ),
            ],
            options={
                "ordering": ["-came_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ArticleText",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("title", models.CharField(max_length=300)),
                ("text", models.TextField(blank=True)),
                ("sha256", models.CharField(db_index=True, max_length=64)),
                ("whole", models.BooleanField(default=False)),
                ("came_at", models.DateTimeField()),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="texts",
                        to="desk.article",
                    ),
                ),
            ],
            options={
                "ordering": ["article", "-number"],
            },
        ),
        migrations.CreateModel(
            name="Capture",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", models.URLField(max_length=1000)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Đang lấy"),
                            ("kept", "Đã lưu"),
                            ("refused", "Không lưu được"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("refusal", models.CharField(blank=True, max_length=40)),
                ("asked_at", models.DateTimeField()),
                ("fetched_at", models.DateTimeField(blank=True, null=True)),
                ("final_url", models.URLField(blank=True, max_length=2048)),
                ("status", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("page_type", models.CharField(blank=True, max_length=100)),
                ("page_sha256", models.CharField(blank=True, max_length=64)),
                ("title", models.CharField(blank=True, max_length=300)),
                ("site", models.CharField(blank=True, max_length=200)),
                ("text", models.TextField(blank=True)),
                ("dated", models.DateField(blank=True, null=True)),
                ("language", models.CharField(blank=True, max_length=8)),
                ("missing", models.JSONField(blank=True, default=list)),
                ("file", models.FileField(blank=True, upload_to="captures/%Y/%m")),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("size", models.PositiveIntegerField(default=0)),
                ("screenshot", models.FileField(blank=True, upload_to="captures/%Y/%m")),
                ("screenshot_sha256", models.CharField(blank=True, max_length=64)),
                ("looked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "link",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("same", "Trang vẫn như bản lưu"),
                            ("changed", "Trang đã đổi nội dung"),
                            ("moved", "Trang đã chuyển sang địa chỉ khác"),
                            ("gone", "Trang không còn nữa"),
                            ("hidden", "Trang không cho xem nữa"),
                            ("silent", "Trang không trả lời"),
                        ],
                        max_length=8,
                    ),
                ),
                ("link_since", models.DateTimeField(blank=True, null=True)),
                ("text_now", models.TextField(blank=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rumour",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="captures",
                        to="desk.rumour",
                    ),
                ),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="evidence",
            name="capture",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evidence",
                to="desk.capture",
            ),
        ),
        migrations.CreateModel(
            name="CheckList",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("picture", "Ảnh, video"),
                            ("quote", "Lời được cho là của ai"),
                            ("document", "Văn bản, công văn"),
                            ("number", "Con số, thống kê"),
                            ("scam", "Trang hoặc tin lừa đảo"),
                            ("warning", "Cảnh báo thiên tai"),
                        ],
                        max_length=8,
                    ),
                ),
                ("opened_at", models.DateTimeField()),
                (
                    "opened_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "rumour",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="check_lists",
                        to="desk.rumour",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="CheckStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("step", models.CharField(max_length=40)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("done", "Đã làm"),
                            ("nothing", "Đã làm, không thấy gì"),
                            ("impossible", "Không làm được"),
                            ("not_needed", "Không cần ở tin này"),
                        ],
                        max_length=12,
                    ),
                ),
                ("note", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "check_list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="desk.checklist",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="LeftAside",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "article",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, to="desk.article"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "check_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        to="desk.foreigncheck",
                    ),
                ),
                (
                    "rumour",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="left_aside",
                        to="desk.rumour",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Passage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("start", models.PositiveIntegerField()),
                ("end", models.PositiveIntegerField()),
                ("sequence", models.PositiveBigIntegerField(unique=True)),
                ("encoder", models.CharField(blank=True, max_length=64)),
                ("vector", models.BinaryField(default=bytes)),
                ("removed", models.BooleanField(default=False)),
                (
                    "text",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="passages",
                        to="desk.articletext",
                    ),
                ),
            ],
            options={
                "ordering": ["text", "number"],
            },
        ),
        migrations.CreateModel(
            name="Reading",
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
                            ("waiting", "Đang đọc"),
                            ("read", "Đã đọc"),
                            ("refused", "Không đọc được"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("refusal", models.CharField(blank=True, max_length=40)),
                ("kind", models.CharField(blank=True, max_length=20)),
                ("text", models.TextField(blank=True)),
                ("facts", models.JSONField(blank=True, default=list)),
                ("origin", models.JSONField(blank=True, default=dict)),
                ("warnings", models.JSONField(blank=True, default=list)),
                ("hints", models.JSONField(blank=True, default=list)),
                ("asked_at", models.DateTimeField()),
                ("read_at", models.DateTimeField(blank=True, null=True)),
                (
                    "evidence",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reading",
                        to="desk.evidence",
                    ),
                ),
                (
                    "picture",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reading",
                        to="desk.picture",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Print",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("picture", "Ảnh"),
                            ("frame", "Khung hình của video"),
                            ("page", "Trang của tài liệu"),
                            ("sound", "Âm thanh"),
                        ],
                        max_length=8,
                    ),
                ),
                ("method", models.CharField(max_length=40)),
                ("at", models.FloatField(blank=True, null=True)),
                ("data", models.BinaryField()),
                (
                    "reading",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="prints",
                        to="desk.reading",
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120, unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("official", "Cơ quan nhà nước"),
                            ("agency", "Hãng thông tấn"),
                            ("news", "Báo, đài"),
                            ("science", "Cơ quan chuyên môn, khoa học"),
                            ("fact-check", "Nhóm kiểm chứng khác"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "shape",
                    models.CharField(
                        choices=[
                            ("feed", "RSS hoặc Atom"),
                            ("sitemap", "Sơ đồ trang (sitemap)"),
                            ("claimreview", "Bài kiểm chứng (ClaimReview)"),
                            ("file", "Tệp tải lên"),
                        ],
                        max_length=12,
                    ),
                ),
                ("address", models.URLField(blank=True, max_length=1000)),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        default="",
                        max_length=5,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^(\\d{2}|\\d{5})?\\Z",
                                "Mã nơi gồm 2 số (tỉnh) hoặc 5 số (xã, phường).",
                            )
                        ],
                    ),
                ),
                ("trust", models.TextField(blank=True)),
                ("licence", models.CharField(blank=True, max_length=200)),
                ("whole_text", models.BooleanField(default=False)),
                ("active", models.BooleanField(default=True)),
                ("set_by_file", models.BooleanField(default=False)),
                ("added_at", models.DateTimeField()),
                ("looked_at", models.DateTimeField(blank=True, null=True)),
                ("error", models.CharField(blank=True, max_length=40)),
                ("marks", models.JSONField(blank=True, default=dict)),
                (
                    "added_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
            },
        ),
        migrations.AddField(
            model_name="foreigncheck",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="checks", to="desk.source"
            ),
        ),
        migrations.AddField(
            model_name="article",
            name="source",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="articles",
                to="desk.source",
            ),
        ),
        migrations.AddConstraint(
            model_name="articletext",
            constraint=models.UniqueConstraint(
                fields=("article", "number"), name="texts_are_numbered"
            ),
        ),
        migrations.AddConstraint(
            model_name="capture",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "kept"), _negated=True),
                    models.Q(
                        ("fetched_at__isnull", False),
                        ("page_sha256__length", 64),
                        ("sha256__length", 64),
                        models.Q(("file", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="a_kept_capture_is_hashed",
            ),
        ),
        migrations.AddConstraint(
            model_name="capture",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "refused"), _negated=True),
                    ("refusal__length__gt", 0),
                    _connector="OR",
                ),
                name="a_refused_capture_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="capture",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("link", ""),
                    models.Q(("link_since__isnull", False), ("looked_at__isnull", False)),
                    _connector="OR",
                ),
                name="a_link_is_looked_at_before_it_is_told",
            ),
        ),
        migrations.AddConstraint(
            model_name="capture",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waiting", "kept", "refused"])),
                name="capture_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="checklist",
            constraint=models.UniqueConstraint(
                fields=("rumour", "kind"), name="a_list_once_a_rumour"
            ),
        ),
        migrations.AddConstraint(
            model_name="checklist",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["picture", "quote", "document", "number", "scam", "warning"])
                ),
                name="check_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="checkstep",
            constraint=models.UniqueConstraint(
                fields=("check_list", "step"), name="a_step_once_a_list"
            ),
        ),
        migrations.AddConstraint(
            model_name="checkstep",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["done", "nothing", "impossible", "not_needed"])),
                name="step_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="leftaside",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("article__isnull", True), ("check_of__isnull", False)),
                    models.Q(("article__isnull", False), ("check_of__isnull", True)),
                    _connector="OR",
                ),
                name="one_thing_is_left_aside",
            ),
        ),
        migrations.AddConstraint(
            model_name="leftaside",
            constraint=models.UniqueConstraint(
                fields=("rumour", "check_of"), name="left_once_check"
            ),
        ),
        migrations.AddConstraint(
            model_name="leftaside",
            constraint=models.UniqueConstraint(
                fields=("rumour", "article"), name="left_once_article"
            ),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.UniqueConstraint(
                fields=("text", "number"), name="passages_are_numbered"
            ),
        ),
        migrations.AddConstraint(
            model_name="passage",
            constraint=models.CheckConstraint(
                condition=models.Q(("start__lt", models.F("end"))), name="a_passage_has_words"
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("evidence__isnull", True), ("picture__isnull", False)),
                    models.Q(("evidence__isnull", False), ("picture__isnull", True)),
                    _connector="OR",
                ),
                name="a_reading_is_of_one_file",
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "refused"), _negated=True),
                    ("refusal__length__gt", 0),
                    _connector="OR",
                ),
                name="a_refused_reading_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="reading",
            constraint=models.CheckConstraint(
                condition=models.Q(("state__in", ["waiting", "read", "refused"])),
                name="reading_state_known",
            ),
        ),
        migrations.AddIndex(
            model_name="print",
            index=models.Index(fields=["kind", "id"], name="desk_print_kind_2b97ad_idx"),
        ),
        migrations.AddConstraint(
            model_name="print",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["picture", "frame", "page", "sound"])),
                name="print_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(("shape", "file"), ("address__length__gt", 0), _connector="OR"),
                name="a_source_that_is_asked_has_an_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("set_by_file", True), ("added_by__isnull", False), _connector="OR"
                ),
                name="a_source_was_chosen_by_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["official", "agency", "news", "science", "fact-check"])
                ),
                name="source_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="source",
            constraint=models.CheckConstraint(
                condition=models.Q(("shape__in", ["feed", "sitemap", "claimreview", "file"])),
                name="source_shape_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="foreigncheck",
            constraint=models.UniqueConstraint(
                fields=("source", "item"), name="a_check_once_a_source"
            ),
        ),
        migrations.AddConstraint(
            model_name="foreigncheck",
            constraint=models.CheckConstraint(
                condition=models.Q(("claim__length__gt", 0)), name="a_foreign_check_states_a_claim"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                fields=["source", "published_at"], name="desk_articl_source__677287_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.UniqueConstraint(
                fields=("source", "item"), name="an_article_once_a_source"
            ),
        ),
        migrations.AlterField(
            model_name="evidence",
            name="copy_type",
            field=models.CharField(blank=True, max_length=100),
        ),
        migrations.RunPython(build, remove),
    ]
