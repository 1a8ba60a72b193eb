"""Those who work at a desk: accounts, roles and the tree of desks; nobody who asks has a record
here.
"""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kiemtin.desk.models.fields import coded, place_field
from kiemtin.desk.words import Role


class Desk(models.Model):
    """A team that answers rumours for a place; desks form a tree (province → commune).

    `funding` and `governance` are shown to everyone: who pays, and who decides.
    """

    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=120)
    parent = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="children"
    )
    place = place_field()
    contact = models.CharField(max_length=200, blank=True)
    funding = models.TextField(blank=True, default="")
    governance = models.TextField(blank=True, default="")
    is_drill = models.BooleanField(default=False)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.CheckConstraint(
                name="desk_is_not_its_own_parent",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
            )
        ]

    def __str__(self) -> str:
        return self.name


class AccountManager(BaseUserManager["Account"]):
    """Creates accounts; there is no superuser, rights come from memberships only."""

    def create_user(self, email: str, password: str, name: str) -> "Account":
        """A new account; raises IntegrityError when the e-mail is taken."""
        account = Account(email=self.normalize_email(email).lower(), name=name)
        account.set_password(password)
        account.save()
        return account


class Account(AbstractBaseUser):
    """A person of a desk, signing in by e-mail with a second factor where the role asks for it."""

    email = models.EmailField(_("thư điện tử"), unique=True)
    name = models.CharField(_("tên ghi trên trang"), max_length=120)
    is_active = models.BooleanField(default=True)
    is_demo = models.BooleanField(default=False)
    date_joined = models.DateTimeField(default=timezone.now)

    objects: ClassVar[AccountManager] = AccountManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name shown on published pages."""
        return self.name


class Membership(models.Model):
    """One role of one account at one desk; holds for the desks below it too."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="memberships")
    desk = models.ForeignKey(Desk, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="one_membership_a_role", fields=["account", "desk", "role"]
            ),
            coded("membership_role_known", "role", Role),
        ]

    def __str__(self) -> str:
        return f"{self.account_id} {self.role} {self.desk_id}"
