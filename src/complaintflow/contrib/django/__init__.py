"""An app for Django: `desk()` in the transaction of a view. It needs the extra: `pip install 'complaintflow[django]'`.

Put `complaintflow.contrib.django` into `INSTALLED_APPS`; `manage.py migrate` makes the tables. Within `atomic` what the
desk does is committed or rolled back with the rest; the rules and the users' roles are those of the desk.
"""

from importlib import import_module as _import

try:
    _import("django")
except ModuleNotFoundError as _error:
    raise ModuleNotFoundError(
        "complaintflow.contrib.django needs django: pip install 'complaintflow[django]'", name="django"
    ) from _error

from complaintflow.contrib.django.actors import actor_of
from complaintflow.contrib.django.project import desk

__all__ = ["actor_of", "desk"]
