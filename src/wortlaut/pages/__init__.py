"""The web pages and their JSON."""

from wortlaut.pages.app import app
from wortlaut.pages.serving import serve

__all__ = ["app", "serve"]
