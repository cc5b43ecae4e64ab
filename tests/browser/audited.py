"""Builds a page, and prints the processes, files and connections that Python reports of it."""

import json
import sys
import tempfile
from pathlib import Path

import folium
import scenes

from whoheld.publish.map import ControlTimeline
from whoheld.publish.page import page

HARM = "{{ ''.__class__.__mro__[1].__subclasses__() }}{% include '/etc/passwd' %}{{ cycler.__init__.__globals__.os.popen('id') }}"
WATCHED = ("open", "os.", "subprocess.", "socket.", "shutil.", "import", "exec", "compile")


def _build(texts: tuple[str, ...], folder: str) -> None:
    timeline = scenes.hostile(texts)
    page(timeline, title=texts[0], attribution=texts)
    fmap = folium.Map([35, 41], tiles=None)
    ControlTimeline(timeline, title=texts[0]).add_to(fmap)
    fmap.save(Path(folder) / "map.html")


def _main(kind: str) -> None:
    hostile = (HARM, "{% if %}", "{{7*7}}")
    texts = hostile if kind == "hostile" else tuple("x" * len(text) for text in hostile)
    events: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        _build(("x",), folder)
        watching = True

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            if watching and event.startswith(WATCHED):
                what = f"{arguments[0]}" if event == "open" and arguments else ""
                events.append(f"{event} {what.replace(folder, '')}".strip())

        sys.addaudithook(hook)
        _build(texts, folder)
        watching = False
    sys.stdout.write(json.dumps(events))


_main(sys.argv[1])
