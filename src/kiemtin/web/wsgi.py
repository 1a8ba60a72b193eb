"""The WSGI application that `kiemtin serve` hands to the server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kiemtin.web.settings")
application = get_wsgi_application()
