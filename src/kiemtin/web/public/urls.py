"""Addresses of the public pages."""

from django.urls import URLPattern, URLResolver, include, path

from kiemtin.web.public import bulletin_urls, form_urls, log_urls, rating_urls, subscribe_urls
from kiemtin.web.public.views import transparency
from kiemtin.web.public.views.ask import ask
from kiemtin.web.public.views.check import check
from kiemtin.web.public.views.corrections import corrections
from kiemtin.web.public.views.fact_check import fact_check, qr, version
from kiemtin.web.public.views.holding import holding
from kiemtin.web.public.views.home import home
from kiemtin.web.public.views.how import how
from kiemtin.web.public.views.listing import listing
from kiemtin.web.public.views.machines import feed, robots, sitemap
from kiemtin.web.public.views.objection import answered, object_form, objection
from kiemtin.web.public.views.places import places
from kiemtin.web.public.views.receipt import lookup, not_what_i_asked, receipt
from kiemtin.web.public.views.spoken import recording

app_name = "public"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="home"),
    path("kiem-tra/", check, name="check"),
    path("hoi/", ask, name="ask"),
    path("bien-nhan/", lookup, name="receipt_lookup"),
    path("bien-nhan/<str:code>/", receipt, name="receipt"),
    path("bien-nhan/<str:code>/khong-dung/", not_what_i_asked, name="not_what_i_asked"),
    path("kiem-chung/", listing, name="list"),
    path("kiem-chung/<slug:slug>/", fact_check, name="fact_check"),
    path("kiem-chung/<slug:slug>/qr.svg", qr, name="qr"),
    path("kiem-chung/<slug:slug>/ban/<int:number>/", version, name="version"),
    path("kiem-chung/<slug:slug>/ban/<int:number>/qr.svg", qr, name="version_qr"),
    path("kiem-chung/<slug:slug>/nghe/<int:pk>/", recording, name="recording"),
    path("kiem-chung/<slug:slug>/phan-hoi/", object_form, name="object"),
    path("phan-hoi/", answered, name="objections"),
    path("phan-hoi/<str:code>/", objection, name="objection"),
    path("danh-gia/", include(rating_urls.urlpatterns)),
    path("dang-kiem-tra/", holding, name="holding"),
    path("minh-bach/", transparency.page, name="transparency"),
    path("minh-bach/so-lieu.json", transparency.as_json, name="transparency_json"),
    path("minh-bach/so-lieu.csv", transparency.as_csv, name="transparency_csv"),
    path("dinh-chinh/", corrections, name="corrections"),
    path("cach-lam-viec/", how, name="how"),
    path("log/", include(log_urls.urlpatterns)),
    path("noi/", places, name="places"),
    path("", include(form_urls.urlpatterns)),
    path("dang-ky/", include(subscribe_urls.urlpatterns)),
    path("ma/", include(bulletin_urls.urlpatterns)),
    path("feed.atom", feed, name="feed"),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
]
