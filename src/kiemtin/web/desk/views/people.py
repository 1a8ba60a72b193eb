"""Who works at the desk and in which roles; the desks below; places; help."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST

from kiemtin.desk.flow import people
from kiemtin.desk.models import Account, Desk, Membership
from kiemtin.desk.place_names import label
from kiemtin.desk.words import Role
from kiemtin.text.places import gazetteer
from kiemtin.web.desk.access import CHOSEN, DeskRequest, desk_page
from kiemtin.web.desk.fields import PlaceField
from kiemtin.web.desk.forms import PageForm
from kiemtin.web.desk.says import Outcome, trying
from kiemtin.web.public import places as place_search


class PersonForm(PageForm):
    """A new colleague."""

    named = "person"

    name = forms.CharField(label=lazy("Tên ghi trên trang"), max_length=120)
    email = forms.EmailField(label=lazy("Thư điện tử"))
    password = forms.CharField(
        label=lazy("Mật khẩu đầu tiên"),
        help_text=lazy("Ít nhất 12 ký tự. Người đó đổi lại khi đăng nhập lần đầu."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    roles = forms.MultipleChoiceField(
        label=lazy("Vai trò"), choices=Role.choices, widget=forms.CheckboxSelectMultiple
    )


class DeskForm(PageForm):
    """A desk below this one."""

    named = "desk"

    name = forms.CharField(label=lazy("Tên bàn"), max_length=120)
    slug = forms.SlugField(label=lazy("Tên ngắn (chữ không dấu, gạch nối)"))
    place = PlaceField(label=lazy("Nơi"), required=False)


class AboutForm(PageForm):
    """What everyone reads about the desk itself."""

    named = "about"

    funding = forms.CharField(
        label=lazy("Ai trả tiền cho bàn"),
        help_text=lazy("Hiện trên trang Minh bạch: nguồn tiền, từ khi nào."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )
    governance = forms.CharField(
        label=lazy("Ai quản lý, ai quyết định"),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=2000,
        required=False,
    )


@dataclass(frozen=True)
class Held:
    """The roles that a person holds at one desk: codes, and the words for them."""

    codes: frozenset[str]
    labels: tuple[str, ...]


def held(memberships: Iterable[Membership], desk: Desk) -> Held:
    """Those of the memberships that are for this very desk, in the order of the roles."""
    codes = frozenset(one.role for one in memberships if one.desk_id == desk.pk)
    return Held(codes, tuple(str(role.label) for role in Role if role.value in codes))


def _page(request: DeskRequest, status: int = 200, **bound: forms.Form) -> HttpResponse:
    members = Account.objects.filter(memberships__desk=request.desk).distinct()
    context: dict[str, Any] = {
        "people": [
            (one, held(one.memberships.all(), request.desk))
            for one in members.prefetch_related("memberships").order_by("name")
        ],
        "all_roles": Role.choices,
        "desk": request.desk,
        "desks": request.desks,
        "below": request.desk.children.all(),
        "person_form": PersonForm(initial={"roles": [Role.CHECKER]}),
        "desk_form": DeskForm(),
        "about_form": AboutForm(
            initial={"funding": request.desk.funding, "governance": request.desk.governance}
        ),
        "may_administer": Role.ADMINISTRATOR in request.roles,
    }
    return render(request, "desk/people.html", context | bound, status=status)


@desk_page()
def page(request: DeskRequest) -> HttpResponse:
    """Everyone at the chosen desk."""
    return _page(request)


@require_POST
@desk_page(Role.ADMINISTRATOR)
def add(request: DeskRequest) -> HttpResponse:
    """Make an account with its roles."""
    form = PersonForm(request.POST)
    if not form.is_valid():
        return _page(request, 422, person_form=form)
    data = form.cleaned_data
    roles = {Role(role) for role in data.pop("roles")}
    try:
        with trying() as outcome:
            account = people.add_person(request.user, request.desk, people.Person(**data))
            people.set_roles(request.user, request.desk, account, roles)
    except ValidationError as weak:
        form.add_error("password", weak)
        return _page(request, 422, person_form=form)
    if not outcome.ok:
        form.add_error(None, outcome.sentence)
        return _page(request, 422, person_form=form)
    messages.success(request, _("Đã thêm %(name)s.") % {"name": account.name})
    return redirect("desk:people")


def _member(request: DeskRequest, pk: int) -> Account:
    members = Account.objects.filter(memberships__desk=request.desk).distinct()
    found = members.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@require_POST
@desk_page(Role.ADMINISTRATOR)
def roles(request: DeskRequest, pk: int) -> HttpResponse:
    """Give exactly the ticked roles."""
    account = _member(request, pk)
    wanted = {Role(role) for role in request.POST.getlist("roles") if role in Role.values}
    with trying() as outcome:
        people.set_roles(request.user, request.desk, account, wanted)
    return _back(request, outcome, _("Đã lưu vai trò."))


@require_POST
@desk_page(Role.ADMINISTRATOR)
def active(request: DeskRequest, pk: int) -> HttpResponse:
    """Close or reopen an account."""
    account = _member(request, pk)
    with trying() as outcome:
        people.close_account(request.user, request.desk, account, active=not account.is_active)
    return _back(request, outcome, _("Đã lưu."))


def _back(request: DeskRequest, outcome: Outcome, said: str) -> HttpResponse:
    if outcome.ok:
        messages.success(request, said)
    else:
        messages.error(request, outcome.sentence)
    return redirect("desk:people")


@require_POST
@desk_page(Role.ADMINISTRATOR)
def add_desk(request: DeskRequest) -> HttpResponse:
    """A desk below this one."""
    form = DeskForm(request.POST)
    if not form.is_valid():
        return _page(request, 422, desk_form=form)
    with trying() as outcome:
        people.add_desk(request.user, request.desk, **form.cleaned_data)
    return _back(request, outcome, _("Đã lập bàn."))


@require_POST
@desk_page(Role.ADMINISTRATOR)
def describe(request: DeskRequest) -> HttpResponse:
    """Save who pays for the desk and who governs it."""
    form = AboutForm(request.POST)
    if not form.is_valid():
        return _page(request, 422, about_form=form)
    with trying() as outcome:
        people.describe(request.user, request.desk, **form.cleaned_data)
    return _back(request, outcome, _("Đã lưu."))


@require_POST
@desk_page()
def choose(request: DeskRequest) -> HttpResponse:
    """Work for another of one's desks."""
    wanted = request.POST.get("desk", "")
    chosen = next((one for one in request.desks if str(one.pk) == wanted), None)
    if chosen is None:
        raise Http404
    request.session[CHOSEN] = chosen.pk
    return redirect("desk:home")


@desk_page()
def places(request: DeskRequest) -> HttpResponse:
    """Communes by any name, old or new; those of the desk's province when nothing is asked."""
    query = request.GET.get("q", "").strip()[:100]
    own_place = request.desk.place[:2]
    listed = (
        place_search.choices(query, own_place, 30)
        if query
        else [
            place_search.Choice(one.code, label(one), "")
            for one in (gazetteer().children(own_place) if own_place else [])
        ]
    )
    return render(request, "desk/places.html", {"places": listed, "query": query})


@desk_page()
def help_page(request: DeskRequest) -> HttpResponse:
    """Keys, roles, what to do when."""
    return render(request, "desk/help.html", {"keys": _keys()})


def _keys() -> list[tuple[tuple[str, ...], str]]:
    return [
        (("j", "k"), _("dòng sau, dòng trước")),
        (("Enter",), _("mở dòng đang chọn")),
        (("/",), _("tìm")),
        (("?",), _("phím của trang đang mở")),
        (("1", "…", "6"), _("các mục trên cùng")),
        (("a", "s", "d"), _("tin đến: cùng tin này")),
        (("n",), _("tin đến: tin mới; nơi khác: nhập tin")),
        (("x",), _("không có gì để kiểm chứng")),
        (("v",), _("không thuộc diện kiểm chứng")),
        (("z",), _("hoàn tác, trong 10 giây")),
        (("t",), _("tin đến: tách thành nhiều điều; nơi khác: nhận tin đồn, hoặc trả lại")),
        (("w",), _("mở bản thảo")),
    ]
