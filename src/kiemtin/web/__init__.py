"""The Django project: settings, public pages, desk pages, API. Pages read through queries and
change only through flow.
"""
