"""What kind of actor makes a claim; who pays for a desk and governs it. Both are shown in figures.

Of rumours of before nobody said it: it is unknown.
"""

from django.db import migrations, models

from kiemtin.desk.rules.building import build, remove

KINDS = [
    ("unknown", "Chưa rõ"),
    ("public", "Người dân"),
    ("posing", "Trang, tài khoản mạo danh một cơ quan"),
    ("news", "Báo, đài, trang tin"),
    ("company", "Doanh nghiệp"),
    ("association", "Hội, nhóm, tổ chức"),
    ("body", "Cơ quan nhà nước"),
]


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0009_readers_judge"),
    ]

    operations = [
        migrations.RunPython(remove, build),
        migrations.AddField(
            model_name="rumour",
            name="claimant",
            field=models.CharField(choices=KINDS, default="unknown", max_length=12),
        ),
        migrations.AddConstraint(
            model_name="rumour",
            constraint=models.CheckConstraint(
                condition=models.Q(("claimant__in", [code for code, _label in KINDS])),
                name="rumour_claimant_known",
            ),
        ),
        migrations.AddField("desk", "funding", models.TextField(blank=True, default="")),
        migrations.AddField("desk", "governance", models.TextField(blank=True, default="")),
        migrations.RunPython(build, remove),
    ]
