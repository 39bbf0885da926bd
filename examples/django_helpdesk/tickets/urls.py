"""The addresses, and the pages of complaints in the admin."""

from django.contrib import admin
from django.urls import path

from tickets import views

urlpatterns = [
    path("admin/", admin.site.urls),
    path("tickets", views.new_ticket),
    path("complaints/<str:complaint>/notes", views.note),
]
