"""From a user of Django to the actor that a desk knows."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied

from complaintflow import Actor, InvalidInput
from complaintflow.contrib.django import settings

WITHOUT_GROUP = "without-group"
"""The role of a user in no group, which no policy declares: it may nothing."""


def actor_of(user: Any) -> Actor:
    """The actor of a logged-in user: the username is the id, the groups are the roles.

    Of whom `COMPLAINTFLOW["CUSTOMER"]` gives an id is that customer. `TEAM` and `SHOPS` are asked for those of staff. A
    group gives what the policy says of a role with its name, and else nothing. Raises `PermissionDenied` for nobody,
    and for whom the groups would make a customer or the system.
    """
    if not user.is_authenticated or not user.is_active:
        raise PermissionDenied("nobody is logged in")
    try:
        actor = _customer(user) or _staff(user)
    except InvalidInput:
        raise PermissionDenied("this user cannot act at the desk") from None
    return actor


def _customer(user: Any) -> Actor | None:
    id = _ask("CUSTOMER", user)
    return Actor.customer(str(id)) if id else None


def _staff(user: Any) -> Actor:
    groups = getattr(user, "groups", None)  # a project may have users without any
    roles = frozenset(groups.values_list("name", flat=True) if groups else ()) or {WITHOUT_GROUP}
    actor = Actor(user.get_username(), roles=roles, team=_ask("TEAM", user) or "", shops=_shops(user))
    if not actor.is_staff:
        raise PermissionDenied("no group makes a user the system or a customer")
    return actor


def _shops(user: Any) -> frozenset[str]:
    """The names that the project gives. Raises `DefinitionError` for one text: each letter would be a shop."""
    given = _ask("SHOPS", user) or ()
    if isinstance(given, str | bytes):
        raise settings.wrong("SHOPS", given, "a function that gives a list of names, and not one text")
    return frozenset(given)


def _ask(key: str, user: Any) -> Any:
    asked = settings.function(key)
    return asked(user) if asked else None
