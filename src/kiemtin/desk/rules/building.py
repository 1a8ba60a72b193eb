"""What a migration calls to put the rules into the database and to take them away again.

SQLite makes a changed table anew, without its triggers, and renames no table while a rule names a
column that is not there: such a migration removes all rules first and builds them at its end.
"""

from django.apps import apps as installed
from django.apps.registry import Apps
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kiemtin.desk import rules

STANDING = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name LIKE 'desk\\_%' "
    "ESCAPE '\\'",
    "postgresql": "SELECT DISTINCT p.proname FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid "
    "JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT t.tgisinternal AND c.relname LIKE 'desk\\_%'",
}
"""The rules in the database by name: also those of an earlier version that are no longer ours."""


def build(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put in every rule, once each table has every column of this version; before that, none."""
    connection = schema_editor.connection
    if _is_whole(connection):
        for statement in rules.create(connection.vendor):
            schema_editor.execute(statement, params=None)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take every rule away."""
    connection = schema_editor.connection
    with connection.cursor() as cursor:
        cursor.execute(STANDING[connection.vendor])
        names = [str(row[0]) for row in cursor.fetchall()]
    for statement in rules.drop(connection.vendor, names):
        schema_editor.execute(statement, params=None)


def _is_whole(connection: BaseDatabaseWrapper) -> bool:
    wanted = {
        model._meta.db_table: {field.column for field in model._meta.local_concrete_fields}
        for model in installed.get_app_config("desk").get_models()
    }
    with connection.cursor() as cursor:
        there = {table.name for table in connection.introspection.get_table_list(cursor)}
        return wanted.keys() <= there and all(
            columns
            <= {one.name for one in connection.introspection.get_table_description(cursor, table)}
            for table, columns in wanted.items()
        )
