"""Who wants to hear of something: observers that may come and go on any thread."""

from __future__ import annotations

from collections.abc import Callable

Watcher = Callable[[], None]


class Watchers:
    """Calls everybody who watches."""

    def __init__(self) -> None:
        self._watchers: list[Watcher] = []

    def add(self, changed: Watcher) -> Callable[[], None]:
        """Call `changed` from now on; returns what stops it, which may be called more than once."""
        self._watchers.append(changed)

        def remove() -> None:
            if changed in self._watchers:
                self._watchers.remove(changed)

        return remove

    def tell(self) -> None:
        """Call them all."""
        for watcher in tuple(self._watchers):
            watcher()

    def clear(self) -> None:
        """Tell nobody any more."""
        self._watchers.clear()
