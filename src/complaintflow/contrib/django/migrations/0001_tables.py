"""The first version of the tables, and the name by which Django gives permissions."""

from __future__ import annotations

from django.db import migrations, models

from complaintflow.contrib.django.scripts import RunScript


class Migration(migrations.Migration):
    """By the script 1."""

    initial = True
    operations = (
        RunScript(1),
        migrations.CreateModel(
            "Complaint",
            fields=[("id", models.CharField(max_length=255, primary_key=True, serialize=False))],
            options={"managed": False, "default_permissions": ("view",), "base_manager_name": "objects"},
        ),
    )
