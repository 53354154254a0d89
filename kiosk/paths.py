"""Where the parts that are not code are found."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "assets"
SAMPLES = ASSETS / "samples"
LOCALE = ASSETS / "locale"
CONTENT = ASSETS / "content"
ICONS = ASSETS / "icons"
DRAWINGS = ASSETS / "drawings"
PAGE = ASSETS / "page"
STARTER = ASSETS / "starter-look"
TEMPLATES = ROOT / "templates"
DEFAULT_SETTINGS = ASSETS / "settings.toml"
SITE_SETTINGS = Path("/etc/resume-kiosk/settings.toml")
