"""Settings of the desk: everything that differs between places comes from KIEMTIN_* and
DATABASE_URL.

docs/settings.md lists each; `kiemtin check` says what is wrong with the ones in force.
"""

from kiemtin.web.settings.base import *
from kiemtin.web.settings.logs import *
from kiemtin.web.settings.security import *
from kiemtin.web.settings.signin import *
