"""The table of the house."""

from django.db import models


class Ticket(models.Model):
    """A ticket, with the complaint that it is about."""

    title = models.CharField(max_length=100)
    complaint = models.CharField(max_length=255)

    class Meta:
        constraints = (models.CheckConstraint(condition=~models.Q(title=""), name="a_ticket_has_a_title"),)
