"""A Django project for the pages about Django: what each project has. Its database is in memory.

Django keeps one project a process, so all pages share it; each brings its own addresses.
"""

from __future__ import annotations

import django
from django.conf import settings
from django.core.management import call_command


def start() -> None:
    """Configure it, once, and make its tables."""
    if settings.configured:
        return
    settings.configure(
        SECRET_KEY="of the tests alone",
        ALLOWED_HOSTS=["testserver"],
        DATABASES={"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}},
        INSTALLED_APPS=["django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions"],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.middleware.csrf.CsrfViewMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
        ],
        PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"],  # a quick one
        USE_TZ=True,
    )
    django.setup()
    call_command("migrate", verbosity=0)
