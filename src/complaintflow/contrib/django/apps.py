"""The app, as `INSTALLED_APPS` names it."""

from __future__ import annotations

from django.apps import AppConfig
from django.core.signals import setting_changed

from complaintflow.contrib.django.project import close_desk_of_other_settings


class ComplaintflowConfig(AppConfig):
    """Its tables are made by migrations, and read and written by the desk alone."""

    name = "complaintflow.contrib.django"
    label = "complaintflow"
    verbose_name = "Complaints"

    def ready(self) -> None:
        """Settings change in tests, and then the desk has to be another one."""
        setting_changed.connect(close_desk_of_other_settings, dispatch_uid="complaintflow")
