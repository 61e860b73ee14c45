"""The body that reports."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

_FIELDS = ("level", "kind", "region", "scope")


@dataclass(frozen=True, slots=True)
class Body:
    """An administrative organ that reports, and as far as they are known its level, kind, region and scope.

    >>> Body("某某县人民政府", region="370784")
    Body(name='某某县人民政府', level=None, kind=None, region='370784', scope=None)
    """

    name: str
    """The name as the report states it."""
    level: Literal["national", "provincial", "prefectural", "county", "township"] | None = None
    """The level of government."""
    kind: Literal["government", "department"] | None = None
    """A people's government, or one of its departments."""
    region: str | None = None
    """The code of its division by GB/T 2260."""
    scope: Literal["own_office", "whole_jurisdiction"] | None = None
    """Whether the report counts the body's own office, or everything below it, too."""
    inferred: tuple[tuple[str, str], ...] = ()
    """What was not stated and follows from the name or the text: the field and where it comes from."""

    def __repr__(self) -> str:
        stated = "".join(f", {name}={getattr(self, name)!r}" for name in _FIELDS)
        return f"Body(name={self.name!r}{stated})"

    def __str__(self) -> str:
        return self.name

    def to_dict(self) -> dict[str, Any]:
        """The body as it stands in a document.

        >>> Body("某某局", level="county").to_dict()
        {'name': '某某局', 'level': 'county'}
        """
        stated = {name: getattr(self, name) for name in _FIELDS if getattr(self, name) is not None}
        inferred = {"inferred": dict(self.inferred)} if self.inferred else {}
        return {"name": self.name, **stated, **inferred}

    @classmethod
    def from_dict(cls, document: dict[str, Any]) -> Body:
        """The body of a document."""
        inferred = tuple(dict(document.get("inferred") or {}).items())
        stated = {name: document.get(name) for name in _FIELDS}
        return cls(name=document["name"], inferred=inferred, **stated)

    @classmethod
    def _of(cls, document: str | None) -> Body | None:
        return None if document is None else cls.from_dict(json.loads(document))


def to_body(body: Body | str) -> Body:
    """A body, or one of which only the name is known."""
    return Body(body) if isinstance(body, str) else body


def to_document(body: Body | str) -> str:
    """A body as JSON."""
    return json.dumps(to_body(body).to_dict(), ensure_ascii=False)
