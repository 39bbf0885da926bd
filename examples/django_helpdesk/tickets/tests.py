"""`python manage.py test`, on either database."""

from django.contrib.auth.models import Group, Permission, User
from django.test import TestCase

from complaintflow.contrib.django import desk
from tickets.models import Ticket

FORM = {"title": "Charged twice", "description": "I paid twice", "key": "form-1"}


class Tickets(TestCase):
    """A customer and a member of staff."""

    def setUp(self) -> None:
        self.customer = User.objects.create_user("u-17")
        self.li = User.objects.create_user("li", is_staff=True)
        self.li.groups.add(Group.objects.create(name="agent"))
        self.li.user_permissions.add(Permission.objects.get(codename="view_complaint"))
        self.client.raise_request_exception = False
        self.client.force_login(self.customer)

    def test_a_ticket_comes_with_its_complaint(self) -> None:
        answer = self.client.post("/tickets", FORM).json()
        assert Ticket.objects.get().complaint == answer["complaint"]
        assert [event.kind for event in desk().history(answer["complaint"])] == ["Receive"]

    def test_a_view_that_fails_leaves_neither_a_ticket_nor_an_event(self) -> None:
        assert self.client.post("/tickets", {**FORM, "title": ""}).status_code == 500
        assert Ticket.objects.count() == 0
        assert desk().find().complaints == ()
        assert desk().known("form-1") is None
        assert self.client.post("/tickets", FORM).status_code == 200

    def test_what_is_refused_is_told_with_its_reasons(self) -> None:
        id = self.client.post("/tickets", FORM).json()["complaint"]
        refused = self.client.post(f"/complaints/{id}/notes", {"text": "mine"})
        self.assertContains(refused, "Note is not for customer", status_code=403)
        self.client.force_login(self.li)
        assert self.client.post(f"/complaints/{id}/notes", {"text": "called back"}).json()["version"] == 2

    def test_staff_see_the_complaint_in_the_admin(self) -> None:
        id = self.client.post("/tickets", FORM).json()["complaint"]
        self.client.force_login(self.li)
        self.assertContains(self.client.get("/admin/complaintflow/complaint/"), id)
        self.assertContains(self.client.get(f"/admin/complaintflow/complaint/{id}/"), "I paid twice")
