"""Addresses of the public log, below /log/: pages for people, files for programs."""

from django.urls import URLPattern, URLResolver, path

from kiemtin.web.public.views import log, log_files

urlpatterns: list[URLPattern | URLResolver] = [
    path("", log.history, name="log"),
    path("khoa", log_files.keys, name="log_keys"),
    path("checkpoint", log_files.checkpoint, name="log_checkpoint"),
    path("checkpoint.<int:size>", log_files.kept, name="log_kept"),
    path("tile/<path:path>", log_files.tile, name="log_tile"),
    path("<int:number>/", log.entry, name="log_entry"),
    path("<int:number>.tlog-proof", log_files.proof, name="log_proof"),
]
