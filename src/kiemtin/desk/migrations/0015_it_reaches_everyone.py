"""Forms and languages of a bulletin, communicators and what they did, channels and their sendings,
subscriptions.
"""

import django.core.validators
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from kiemtin.desk.rules.building import build, remove


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0014_an_address_can_be_erased"),
    ]

    operations = [
        migrations.RunPython(remove, build),
        migrations.CreateModel(
            name="Acknowledgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "done",
                    models.CharField(
                        choices=[
                            ("received", "Đã nhận"),
                            ("read_aloud", "Đã đọc"),
                            ("posted", "Đã dán"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("vie", "Tiếng Việt"),
                            ("eng", "Tiếng Anh"),
                            ("hmn", "Mông"),
                            ("hmv", "Mông Đơ, Mông Đu"),
                            ("mww", "Mông Trắng"),
                            ("hnj", "Mông Lềnh"),
                            ("ium", "Dao"),
                            ("mji", "Dao Quần Trắng, Dao Áo Dài"),
                            ("tyz", "Tày"),
                            ("nut", "Nùng"),
                            ("pcc", "Giáy, Bố Y"),
                            ("hni", "Hà Nhì"),
                            ("phh", "Phù Lá"),
                            ("blt", "Thái Đen"),
                            ("twh", "Thái Trắng"),
                            ("mtq", "Mường"),
                            ("lha", "La Ha"),
                        ],
                        max_length=3,
                    ),
                ),
                ("item", models.UUIDField(unique=True)),
                ("happened_at", models.DateTimeField()),
                ("told_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["happened_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="Broadcast",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "priority",
                    models.CharField(
                        choices=[
                            ("normal", "thường"),
                            ("first", "ưu tiên"),
                            ("urgent", "khẩn cấp"),
                        ],
                        max_length=8,
                    ),
                ),
                ("places", models.JSONField()),
                ("ordered_at", models.DateTimeField()),
                ("reminded_at", models.DateTimeField(blank=True, null=True)),
                ("stopped_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-ordered_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="ChannelState",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("channel", models.CharField(max_length=32, unique=True)),
                ("sealed", models.BinaryField(null=True)),
                ("turn", models.PositiveIntegerField(default=0)),
                ("refreshing_at", models.DateTimeField(blank=True, null=True)),
                ("refreshed_at", models.DateTimeField(blank=True, null=True)),
                ("cursor", models.JSONField(default=dict)),
                ("failed_at", models.DateTimeField(blank=True, null=True)),
                ("error", models.CharField(blank=True, max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Communicator",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
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
                ("languages", models.JSONField(default=list)),
                ("invited_at", models.DateTimeField()),
                ("invite", models.CharField(blank=True, max_length=64)),
                ("invite_until", models.DateTimeField()),
                ("joined_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["place", "name"],
            },
        ),
        migrations.CreateModel(
            name="Device",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.CharField(max_length=64, unique=True)),
                ("began_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="FormFile",
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
                            ("audio_north", "Âm thanh, giọng Bắc"),
                            ("audio_central", "Âm thanh, giọng Trung"),
                            ("audio_south", "Âm thanh, giọng Nam"),
                        ],
                        max_length=16,
                    ),
                ),
                ("file", models.FileField(upload_to="forms/%Y/%m")),
                ("content_type", models.CharField(max_length=40)),
                ("size", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Hours",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
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
                ("quiet_from", models.TimeField()),
                ("quiet_until", models.TimeField()),
                ("slots", models.JSONField(default=list)),
            ],
        ),
        migrations.CreateModel(
            name="Incoming",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("channel", models.CharField(max_length=32)),
                ("item", models.CharField(max_length=64)),
                ("sealed", models.BinaryField(null=True)),
                ("came_at", models.DateTimeField()),
                ("run_at", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("done_at", models.DateTimeField(blank=True, null=True)),
                ("error", models.CharField(blank=True, max_length=40)),
            ],
        ),
        migrations.CreateModel(
            name="Report",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item", models.UUIDField(unique=True)),
                ("told_at", models.DateTimeField()),
                ("written_at", models.DateTimeField(blank=True, null=True)),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("vie", "Tiếng Việt"),
                            ("eng", "Tiếng Anh"),
                            ("hmn", "Mông"),
                            ("hmv", "Mông Đơ, Mông Đu"),
                            ("mww", "Mông Trắng"),
                            ("hnj", "Mông Lềnh"),
                            ("ium", "Dao"),
                            ("mji", "Dao Quần Trắng, Dao Áo Dài"),
                            ("tyz", "Tày"),
                            ("nut", "Nùng"),
                            ("pcc", "Giáy, Bố Y"),
                            ("hni", "Hà Nhì"),
                            ("phh", "Phù Lá"),
                            ("blt", "Thái Đen"),
                            ("twh", "Thái Trắng"),
                            ("mtq", "Mường"),
                            ("lha", "La Ha"),
                        ],
                        max_length=3,
                    ),
                ),
                ("file", models.FileField(blank=True, upload_to="recordings/%Y/%m")),
                ("content_type", models.CharField(blank=True, max_length=40)),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("heard_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["-told_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Sending",
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
                            ("answer", "Trả lời người hỏi"),
                            ("broadcast", "Bản tin cho tuyên truyền viên"),
                            ("subscribed", "Bản tin cho người đăng ký"),
                            ("reminder", "Nhắc việc"),
                            ("reply", "Lời đáp của bàn"),
                        ],
                        max_length=12,
                    ),
                ),
                ("channel", models.CharField(max_length=32)),
                ("key", models.CharField(max_length=120, unique=True)),
                ("text", models.CharField(blank=True, max_length=32)),
                ("params", models.JSONField(default=dict)),
                ("sealed", models.BinaryField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Chờ gửi"),
                            ("sending", "Đang gửi"),
                            ("sent", "Đã gửi"),
                            ("uncertain", "Không rõ đã tới chưa"),
                            ("failed", "Không gửi được"),
                            ("stopped", "Đã dừng"),
                        ],
                        default="queued",
                        max_length=12,
                    ),
                ),
                ("run_at", models.DateTimeField()),
                ("urgent", models.BooleanField(default=False)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("claimed_by", models.CharField(blank=True, max_length=64)),
                ("claimed_at", models.DateTimeField(blank=True, null=True)),
                ("sent_at", models.DateTimeField(blank=True, null=True)),
                ("received_at", models.DateTimeField(blank=True, null=True)),
                ("seen_at", models.DateTimeField(blank=True, null=True)),
                ("peer_id", models.CharField(blank=True, max_length=200)),
                ("error", models.CharField(blank=True, max_length=40)),
            ],
            options={
                "ordering": ["run_at", "id"],
            },
        ),
        migrations.CreateModel(
            name="SourceItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=120)),
                ("item", models.CharField(max_length=64)),
                ("title", models.CharField(max_length=300)),
                ("summary", models.TextField(blank=True)),
                ("link", models.URLField(max_length=1000)),
                ("published_at", models.DateTimeField(blank=True, null=True)),
                ("came_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-came_at", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Subscription",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("channel", models.CharField(max_length=32)),
                ("lookup", models.CharField(db_index=True, max_length=64)),
                ("sealed", models.BinaryField()),
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
                (
                    "subject",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("flood", "Lũ, ngập"),
                            ("dam", "Đập, hồ chứa"),
                            ("landslide", "Sạt lở"),
                            ("storm", "Bão, thời tiết"),
                            ("relief_scam", "Giả mạo cứu trợ"),
                            ("scam", "Lừa đảo"),
                            ("bank", "Ngân hàng"),
                            ("health", "Sức khoẻ"),
                            ("school", "Trường học"),
                            ("traffic", "Giao thông"),
                            ("utility", "Điện, nước, mạng"),
                            ("other", "Khác"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("vie", "Tiếng Việt"),
                            ("eng", "Tiếng Anh"),
                            ("hmn", "Mông"),
                            ("hmv", "Mông Đơ, Mông Đu"),
                            ("mww", "Mông Trắng"),
                            ("hnj", "Mông Lềnh"),
                            ("ium", "Dao"),
                            ("mji", "Dao Quần Trắng, Dao Áo Dài"),
                            ("tyz", "Tày"),
                            ("nut", "Nùng"),
                            ("pcc", "Giáy, Bố Y"),
                            ("hni", "Hà Nhì"),
                            ("phh", "Phù Lá"),
                            ("blt", "Thái Đen"),
                            ("twh", "Thái Trắng"),
                            ("mtq", "Mường"),
                            ("lha", "La Ha"),
                        ],
                        default="vie",
                        max_length=3,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("confirmed_at", models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Translation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source_hash", models.CharField(max_length=64)),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("vie", "Tiếng Việt"),
                            ("eng", "Tiếng Anh"),
                            ("hmn", "Mông"),
                            ("hmv", "Mông Đơ, Mông Đu"),
                            ("mww", "Mông Trắng"),
                            ("hnj", "Mông Lềnh"),
                            ("ium", "Dao"),
                            ("mji", "Dao Quần Trắng, Dao Áo Dài"),
                            ("tyz", "Tày"),
                            ("nut", "Nùng"),
                            ("pcc", "Giáy, Bố Y"),
                            ("hni", "Hà Nhì"),
                            ("phh", "Phù Lá"),
                            ("blt", "Thái Đen"),
                            ("twh", "Thái Trắng"),
                            ("mtq", "Mường"),
                            ("lha", "La Ha"),
                        ],
                        max_length=3,
                    ),
                ),
                (
                    "script",
                    models.CharField(
                        choices=[
                            ("Latn-vi", "Chữ Việt"),
                            ("Latn-rpa", "Chữ Mông quốc tế (RPA)"),
                            ("Latn-hmvn", "Chữ Mông Việt Nam"),
                            ("Latn", "Chữ La-tinh khác"),
                            ("Tavt", "Chữ Thái"),
                            ("Zxxx", "Chỉ ghi âm, không viết"),
                        ],
                        max_length=12,
                    ),
                ),
                ("fact", models.TextField(blank=True)),
                ("said", models.TextField(blank=True)),
                ("todo", models.TextField(blank=True)),
                ("recording", models.FileField(blank=True, upload_to="recordings/%Y/%m")),
                ("recording_type", models.CharField(blank=True, max_length=40)),
                ("recording_sha256", models.CharField(blank=True, max_length=64)),
                ("recording_seconds", models.FloatField(blank=True, null=True)),
                ("made_at", models.DateTimeField()),
                ("back_text", models.TextField(blank=True)),
                ("back_checked_at", models.DateTimeField(blank=True, null=True)),
                ("returned_reason", models.TextField(blank=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
            ],
            options={
                "ordering": ["language", "-made_at"],
            },
        ),
        migrations.CreateModel(
            name="Way",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("channel", models.CharField(max_length=32)),
                ("lookup", models.CharField(db_index=True, max_length=64)),
                ("sealed", models.BinaryField()),
                ("added_at", models.DateTimeField()),
            ],
        ),
        migrations.AddField(
            model_name="evidence",
            name="circulates",
            field=models.BooleanField(default=False),
        ),
        migrations.AddConstraint(
            model_name="evidence",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("circulates", False),
                    models.Q(("copy_sha256__length", 64), ("copy_type__startswith", "image/")),
                    _connector="OR",
                ),
                name="what_circulates_is_a_picture",
            ),
        ),
        migrations.AddField(
            model_name="broadcast",
            name="follows",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="followed_by",
                to="desk.broadcast",
            ),
        ),
        migrations.AddField(
            model_name="broadcast",
            name="holding_line",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="broadcasts",
                to="desk.holdingline",
            ),
        ),
        migrations.AddField(
            model_name="broadcast",
            name="ordered_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="broadcast",
            name="version",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="broadcasts",
                to="desk.version",
            ),
        ),
        migrations.AddField(
            model_name="acknowledgement",
            name="broadcast",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="acknowledgements",
                to="desk.broadcast",
            ),
        ),
        migrations.AddField(
            model_name="communicator",
            name="desk",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="communicators",
                to="desk.desk",
            ),
        ),
        migrations.AddField(
            model_name="communicator",
            name="invited_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="acknowledgement",
            name="communicator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="acknowledgements",
                to="desk.communicator",
            ),
        ),
        migrations.AddField(
            model_name="device",
            name="communicator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="devices",
                to="desk.communicator",
            ),
        ),
        migrations.AddField(
            model_name="formfile",
            name="holding_line",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="form_files",
                to="desk.holdingline",
            ),
        ),
        migrations.AddField(
            model_name="formfile",
            name="version",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="form_files",
                to="desk.version",
            ),
        ),
        migrations.AddField(
            model_name="hours",
            name="desk",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="hours", to="desk.desk"
            ),
        ),
        migrations.AddIndex(
            model_name="incoming",
            index=models.Index(fields=["done_at", "run_at"], name="desk_incomi_done_at_5edc0e_idx"),
        ),
        migrations.AddConstraint(
            model_name="incoming",
            constraint=models.UniqueConstraint(
                fields=("channel", "item"), name="an_event_once_a_channel"
            ),
        ),
        migrations.AddConstraint(
            model_name="incoming",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("done_at__isnull", True), ("sealed__isnull", False)),
                    models.Q(("done_at__isnull", False), ("sealed__isnull", True)),
                    _connector="OR",
                ),
                name="an_event_is_sealed_until_done",
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="broadcast",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="recordings",
                to="desk.broadcast",
            ),
        ),
        migrations.AddField(
            model_name="report",
            name="communicator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reports",
                to="desk.communicator",
            ),
        ),
        migrations.AddField(
            model_name="sending",
            name="broadcast",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sendings",
                to="desk.broadcast",
            ),
        ),
        migrations.AddField(
            model_name="sending",
            name="communicator",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sendings",
                to="desk.communicator",
            ),
        ),
        migrations.AddField(
            model_name="sending",
            name="holding_line",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sendings",
                to="desk.holdingline",
            ),
        ),
        migrations.AddField(
            model_name="sending",
            name="message",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="sendings",
                to="desk.message",
            ),
        ),
        migrations.AddField(
            model_name="sending",
            name="version",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="sendings",
                to="desk.version",
            ),
        ),
        migrations.AddConstraint(
            model_name="sourceitem",
            constraint=models.UniqueConstraint(
                fields=("source", "item"), name="an_item_once_a_source"
            ),
        ),
        migrations.AddField(
            model_name="subscription",
            name="fact_check",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="subscriptions",
                to="desk.factcheck",
            ),
        ),
        migrations.AddField(
            model_name="sending",
            name="subscription",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="sendings",
                to="desk.subscription",
            ),
        ),
        migrations.AddField(
            model_name="translation",
            name="back_checker",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="translation",
            name="fact_check",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="translations",
                to="desk.factcheck",
            ),
        ),
        migrations.AddField(
            model_name="translation",
            name="translator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="translation",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="translations",
                to="desk.version",
            ),
        ),
        migrations.AddField(
            model_name="way",
            name="communicator",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="ways",
                to="desk.communicator",
            ),
        ),
        migrations.AddConstraint(
            model_name="broadcast",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("holding_line__isnull", True), ("version__isnull", False)),
                    models.Q(("holding_line__isnull", False), ("version__isnull", True)),
                    _connector="OR",
                ),
                name="a_broadcast_has_one_subject",
            ),
        ),
        migrations.AddConstraint(
            model_name="broadcast",
            constraint=models.UniqueConstraint(fields=("version",), name="one_broadcast_a_version"),
        ),
        migrations.AddConstraint(
            model_name="broadcast",
            constraint=models.UniqueConstraint(
                fields=("holding_line",), name="one_broadcast_a_line"
            ),
        ),
        migrations.AddConstraint(
            model_name="broadcast",
            constraint=models.CheckConstraint(
                condition=models.Q(("priority__in", ["normal", "first", "urgent"])),
                name="broadcast_priority_known",
            ),
        ),
        migrations.AddIndex(
            model_name="communicator",
            index=models.Index(fields=["place"], name="desk_commun_place_91ac18_idx"),
        ),
        migrations.AddConstraint(
            model_name="communicator",
            constraint=models.UniqueConstraint(
                condition=models.Q(("invite", ""), _negated=True),
                fields=("invite",),
                name="one_invitation_a_code",
            ),
        ),
        migrations.AddConstraint(
            model_name="communicator",
            constraint=models.CheckConstraint(
                condition=models.Q(("place__length__gt", 0)), name="a_communicator_has_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="acknowledgement",
            constraint=models.UniqueConstraint(
                fields=("communicator", "broadcast", "done"), name="done_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="acknowledgement",
            constraint=models.CheckConstraint(
                condition=models.Q(("done__in", ["received", "read_aloud", "posted"])),
                name="done_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="formfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("holding_line__isnull", True), ("version__isnull", False)),
                    models.Q(("holding_line__isnull", False), ("version__isnull", True)),
                    _connector="OR",
                ),
                name="a_form_has_one_subject",
            ),
        ),
        migrations.AddConstraint(
            model_name="formfile",
            constraint=models.UniqueConstraint(
                fields=("version", "kind"), name="a_form_once_a_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="formfile",
            constraint=models.UniqueConstraint(
                fields=("holding_line", "kind"), name="a_form_once_a_line"
            ),
        ),
        migrations.AddConstraint(
            model_name="formfile",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["audio_north", "audio_central", "audio_south"])),
                name="form_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="hours",
            constraint=models.UniqueConstraint(
                fields=("desk", "place"), name="one_time_table_a_place"
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.UniqueConstraint(
                condition=models.Q(("fact_check__isnull", True)),
                fields=("lookup", "place", "subject"),
                name="one_subscription_a_wish",
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.UniqueConstraint(
                condition=models.Q(("fact_check__isnull", False)),
                fields=("lookup", "fact_check"),
                name="one_subscription_a_fact_check",
            ),
        ),
        migrations.AddIndex(
            model_name="sending",
            index=models.Index(
                fields=["channel", "state", "run_at"], name="desk_sendin_channel_f85683_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="sending",
            index=models.Index(
                fields=["channel", "peer_id"], name="desk_sendin_channel_27f589_idx"
            ),
        ),
        migrations.AddConstraint(
            model_name="sending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("holding_line", None), ("kind", "reply"), ("version", None)),
                    models.Q(
                        models.Q(("kind", "reply"), _negated=True),
                        models.Q(
                            models.Q(("holding_line__isnull", True), ("version__isnull", False)),
                            models.Q(("holding_line__isnull", False), ("version__isnull", True)),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="a_sending_has_one_subject_or_is_a_reply",
            ),
        ),
        migrations.AddConstraint(
            model_name="sending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("sealed__isnull", True),
                    models.Q(("kind", "reply"), ("state__in", ["queued", "sending"])),
                    _connector="OR",
                ),
                name="an_address_goes_with_the_reply",
            ),
        ),
        migrations.AddConstraint(
            model_name="sending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["answer", "broadcast", "subscribed", "reminder", "reply"])
                ),
                name="sending_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="sending",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["queued", "sending", "sent", "uncertain", "failed", "stopped"])
                ),
                name="sending_state_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="translation",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at__isnull", True)),
                fields=("fact_check", "language"),
                name="one_translation_a_language",
            ),
        ),
        migrations.AddConstraint(
            model_name="translation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("back_checked_at__isnull", True), ("back_checker__isnull", True)),
                    models.Q(
                        ("back_checked_at__isnull", False),
                        ("back_text__length__gt", 0),
                        models.Q(("back_checker", models.F("translator")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="another_speaker_says_it_back",
            ),
        ),
        migrations.AddConstraint(
            model_name="translation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fact__length__gt", 0), ("todo__length__gt", 0)),
                    models.Q(("recording", ""), _negated=True),
                    _connector="OR",
                ),
                name="a_translation_says_something",
            ),
        ),
        migrations.AddConstraint(
            model_name="translation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fact", ""), ("script", "Zxxx")),
                    models.Q(("script", "Zxxx"), _negated=True),
                    _connector="OR",
                ),
                name="a_recording_needs_no_script",
            ),
        ),
        migrations.AddConstraint(
            model_name="translation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "language__in",
                        [
                            "vie",
                            "eng",
                            "hmn",
                            "hmv",
                            "mww",
                            "hnj",
                            "ium",
                            "mji",
                            "tyz",
                            "nut",
                            "pcc",
                            "hni",
                            "phh",
                            "blt",
                            "twh",
                            "mtq",
                            "lha",
                        ],
                    )
                ),
                name="translation_language_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="translation",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("script__in", ["Latn-vi", "Latn-rpa", "Latn-hmvn", "Latn", "Tavt", "Zxxx"])
                ),
                name="translation_script_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="way",
            constraint=models.UniqueConstraint(
                fields=("communicator", "channel"), name="one_address_a_channel"
            ),
        ),
        migrations.RunPython(build, remove),
    ]
