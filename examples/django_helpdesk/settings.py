"""What a Django project has, and what the desk needs."""

import os
from typing import Any

SECRET_KEY = os.environ.get("SECRET_KEY", "for this machine alone")
DEBUG = True
USE_TZ = True
ROOT_URLCONF = "tickets.urls"
LOGIN_URL = "/admin/login/"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
STATIC_URL = "static/"

_POSTGRESQL = {"ENGINE": "django.db.backends.postgresql", "NAME": os.environ.get("PGDATABASE")}
_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": os.environ.get("HELPDESK_FILE", "helpdesk.db"),
    # Readers do not hold up a writer, and a view that will write does not read first and then find the file taken.
    "OPTIONS": {"init_command": "PRAGMA journal_mode=WAL", "transaction_mode": "IMMEDIATE"},
}
DATABASES: dict[str, dict[str, Any]] = {"default": _POSTGRESQL if _POSTGRESQL["NAME"] else _SQLITE}
DATABASES["default"]["ATOMIC_REQUESTS"] = True  # a view that fails leaves nothing behind

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "complaintflow.contrib.django",
    "tickets",
]
MIDDLEWARE = [
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

COMPLAINTFLOW = {
    "CHAIN_KEY": os.environ.get("CHAIN_KEY", ""),
    "CUSTOMER": "tickets.users.customer_of",
    "TEAM": "tickets.users.team_of",
}
