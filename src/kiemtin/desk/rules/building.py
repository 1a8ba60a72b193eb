"""What a migration calls to put the rules into the database and to take them away again.

SQLite makes a changed table anew, without its triggers: such a migration removes all rules first
and builds them at its end.
"""

from django.apps.registry import Apps
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from kiemtin.desk import rules


def build(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put in every rule whose table is there; those of later tables come with their migration."""
    connection = schema_editor.connection
    tables = connection.introspection.table_names()
    for statement in rules.create(connection.vendor, tables):
        schema_editor.execute(statement, params=None)


def remove(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take every rule away."""
    for statement in rules.drop(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)
