"""A Django project for the pages and the tests about Django: what each project has. Its database is in memory.

Django keeps one project a process, so all share it; each page brings its own addresses, and each test its database.
"""

from __future__ import annotations

from functools import cache

import django
from django.conf import settings
from django.core.management import call_command

PARTS = "django.contrib"


@cache
def start() -> None:
    """Configure it, once, and make its tables."""
    configure()
    call_command("migrate", verbosity=0)


def configure() -> None:
    """Configure it, once: then its modules can be imported."""
    if settings.configured:
        return
    settings.configure(
        SECRET_KEY="of the tests alone",
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=[
            *(f"{PARTS}.{name}" for name in ("admin", "auth", "contenttypes", "messages", "sessions")),
            "complaintflow.contrib.django",
        ],
        MIDDLEWARE=[
            f"{PARTS}.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            f"{PARTS}.auth.middleware.AuthenticationMiddleware",
            f"{PARTS}.messages.middleware.MessageMiddleware",
        ],
        TEMPLATES=[
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "APP_DIRS": True,
                "OPTIONS": {
                    "context_processors": [
                        "django.template.context_processors.request",
                        f"{PARTS}.auth.context_processors.auth",
                        f"{PARTS}.messages.context_processors.messages",
                    ]
                },
            }
        ],
        PASSWORD_HASHERS=[f"{PARTS}.auth.hashers.MD5PasswordHasher"],  # a quick one
        USE_TZ=True,
    )
    django.setup()
