"""A helpdesk in Django, whose tickets and complaints are committed together.

python manage.py migrate
python manage.py test
python manage.py createsuperuser
python manage.py runserver

It is on SQLite, or on PostgreSQL where PGDATABASE names a database (and PGHOST, PGUSER and PGPASSWORD its server).
"""

import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "settings")
execute_from_command_line(sys.argv)
