"""One trigger for SQLite and PostgreSQL from one text: a refusal, or an effect."""

from dataclasses import dataclass

EVENTS = ("INSERT", "UPDATE", "DELETE")


@dataclass(frozen=True)
class Rule:
    """Refuse `event` on `table` when `when` holds (SQL both databases read; NEW and OLD are the
    row).
    """

    name: str
    table: str
    event: str
    when: str

    def sqlite(self) -> list[str]:
        """The statements that create it in SQLite."""
        return [
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} "
            f"WHEN {self.when} BEGIN SELECT RAISE(ABORT, '{self.name}'); END"
        ]

    def postgresql(self) -> list[str]:
        """The statements that create it in PostgreSQL."""
        row = "OLD" if self.event == "DELETE" else "NEW"
        return [
            f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"IF {self.when} THEN RAISE EXCEPTION '{self.name}' USING ERRCODE = "
            f"'integrity_constraint_violation'; END IF; RETURN {row}; END $$",
            f"CREATE TRIGGER {self.name} BEFORE {self.event} ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()",
        ]


@dataclass(frozen=True)
class Effect:
    """After `event` on `table`, do `action`."""

    name: str
    table: str
    event: str
    action: str

    def sqlite(self) -> list[str]:
        """The statements that create it in SQLite."""
        return [
            f"CREATE TRIGGER {self.name} AFTER {self.event} ON {self.table} "
            f"BEGIN {self.action}; END"
        ]

    def postgresql(self) -> list[str]:
        """The statements that create it in PostgreSQL."""
        return [
            f"CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            f"{self.action}; RETURN NULL; END $$",
            f"CREATE TRIGGER {self.name} AFTER {self.event} ON {self.table} "
            f"FOR EACH ROW EXECUTE FUNCTION {self.name}()",
        ]


def never_replaced(table: str, noun: str, *keys: tuple[str, ...]) -> list[Rule]:
    """No INSERT takes the place of a row: SQLite's INSERT OR REPLACE fires no DELETE trigger."""
    return [
        Rule(
            f"{noun}_is_never_replaced_by_{'_'.join(key)}",
            table,
            "INSERT",
            f"EXISTS (SELECT 1 FROM {table} o WHERE "
            + " AND ".join(f"o.{column} = NEW.{column}" for column in key)
            + ")",
        )
        for key in (("id",), *keys)
    ]


def never_removed(table: str, noun: str, *keys: tuple[str, ...]) -> list[Rule]:
    """Rows of `table` (unique by id and each of `keys`) are never removed or replaced."""
    return [
        Rule(f"{noun}_is_never_removed", table, "DELETE", "1 = 1"),
        *never_replaced(table, noun, *keys),
    ]


def append_only(table: str, noun: str, *keys: tuple[str, ...]) -> list[Rule]:
    """Rows of `table` (unique by id and each of `keys`) are never changed, removed or replaced."""
    return [
        Rule(f"{noun}_is_never_changed", table, "UPDATE", "1 = 1"),
        *never_removed(table, noun, *keys),
    ]
