"""Whether pictures of an event are to be had is said by itself, no more in the place of an error."""

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kiemtin.desk.rules.building import build, remove

BEFORE = "pictures"


def say(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take over what an earlier version wrote of events that wait."""
    waiting = apps.get_model("desk", "Incoming").objects.filter(done_at=None, error=BEFORE)
    waiting.update(with_pictures=True, error="")


def unsay(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Say it as the earlier version does."""
    waiting = apps.get_model("desk", "Incoming").objects.filter(done_at=None, with_pictures=True)
    waiting.update(error=BEFORE)


class Migration(migrations.Migration):
    dependencies = [
        ("desk", "0017_articles_replace_items"),
    ]

    operations = [
        migrations.RunPython(remove, build),
        migrations.AddField(
            model_name="incoming",
            name="with_pictures",
            field=models.BooleanField(default=False),
        ),
        migrations.RunPython(say, unsay),
        migrations.RunPython(build, remove),
    ]
