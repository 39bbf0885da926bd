"""The table of the house."""

from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    operations = (
        migrations.CreateModel(
            "Ticket",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("title", models.CharField(max_length=100)),
                ("complaint", models.CharField(max_length=255)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=~models.Q(title=""), name="a_ticket_has_a_title")]
            },
        ),
    )
