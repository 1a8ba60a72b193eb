"""Addresses of the library: chosen sources, what they say, what of it lies beside a rumour."""

from django.urls import URLPattern, path

from kiemtin.web.desk.views import beside, sources

urlpatterns: list[URLPattern] = [
    path("nguon/", sources.page, name="sources"),
    path("nguon/tim/", sources.search, name="library_search"),
    path("nguon/them/", sources.add, name="add_source"),
    path("nguon/bai/<int:pk>/", sources.article, name="article"),
    path("nguon/<int:pk>/", sources.source, name="source"),
    path("nguon/<int:pk>/sua/", sources.change, name="change_source"),
    path("nguon/<int:pk>/dung/", sources.stop, name="stop_source"),
    path("nguon/<int:pk>/doc-lai/", sources.resume, name="resume_source"),
    path("nguon/<int:pk>/tep/", sources.put_file, name="source_file"),
    path("tin-don/<int:pk>/nguon/", beside.page, name="beside"),
    path("tin-don/<int:pk>/nguon/khong-lien-quan/", beside.leave, name="leave_suggestion"),
    path("tin-don/<int:pk>/nguon/tra-lai/", beside.take_back, name="take_suggestion_back"),
    path("tin-den/<int:pk>/noi-khac/", beside.of_message, name="message_checks"),
]
