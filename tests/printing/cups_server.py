"""A print service of our own: the real cupsd on a private socket; its printer lays pages on a shelf."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

CUPS = Path("/usr/lib/cups")
CUPSD = "/usr/sbin/cupsd"
PATIENCE = 20.0
KEEPS_NOTHING = "PreserveJobFiles No\nPreserveJobHistory No\n"

BACKEND = """\
#!/bin/sh
# Out of paper while there is a file `no-paper`; breaks down when there is a file `broken`.
[ $# -gt 0 ] || exit 0
if [ -e {shelf}/no-paper ]; then
    echo "STATE: +media-empty-error" >&2
    while [ -e {shelf}/no-paper ]; do sleep 0.05; done
    echo "STATE: -media-empty-error" >&2
fi
[ ! -e {shelf}/broken ] || exit 4
cat ${{6:+"$6"}} > {shelf}/job-$1.part
echo "$3|$5" > {shelf}/job-$1.told
mv {shelf}/job-$1.part {shelf}/job-$1.pdf
"""

FILES_CONF = """\
ServerRoot {root}/etc
ServerBin {root}/bin
CacheDir {root}/cache
StateDir {root}/state
RequestRoot {root}/spool
TempDir {root}/spool/tmp
Printcap {root}/state/printcap
DataDir /usr/share/cups
DocumentRoot /usr/share/cups
AccessLog {root}/log/access_log
ErrorLog {root}/log/error_log
PageLog {root}/log/page_log
SystemGroup root
"""

CUPSD_CONF = """\
Listen {root}/socket
LogLevel debug
Browsing No
DefaultAuthType None
WebInterface No
{more}
<Location />
  Allow all
</Location>
<Policy default>
  <Limit All>
    Allow all
  </Limit>
</Policy>
"""

PPD = """\
*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "SHELF.PPD"
*Manufacturer: "Shelf"
*Product: "(Shelf)"
*ModelName: "Shelf"
*NickName: "Shelf"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*cupsManualCopies: True
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize: PickOne
*DefaultPageSize: Letter
*PageSize Letter: "<</PageSize[612 792]>>setpagedevice"
*PageSize A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*DefaultPageRegion: Letter
*PageRegion Letter: "<</PageSize[612 792]>>setpagedevice"
*PageRegion A4: "<</PageSize[595 842]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: Letter
*ImageableArea Letter: "0 0 612 792"
*ImageableArea A4: "0 0 595 842"
*DefaultPaperDimension: Letter
*PaperDimension Letter: "612 792"
*PaperDimension A4: "595 842"
"""


class PrintService:
    """A running cupsd with one printer, `shelf`."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.socket = root / "socket"
        self.shelf = root / "shelf"

    def run(self, *command: str) -> str:
        """Run a program of CUPS against this service."""
        env = os.environ | {"CUPS_SERVER": str(self.socket), "LC_ALL": "C.UTF-8"}
        return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout

    def printed(self, number: int) -> bytes:
        """Return what lies on the shelf of a job, once it does."""
        page = self.shelf / f"job-{number}.pdf"
        until(page.exists)
        return page.read_bytes()

    def told(self, number: int) -> str:
        """Return the title and the options that the printer was told."""
        return (self.shelf / f"job-{number}.told").read_text()

    @property
    def spooled(self) -> list[str]:
        """What lies in the spool of jobs: the control files and the documents."""
        return sorted(path.name for path in (self.root / "spool").iterdir() if path.name != "tmp")

    @property
    def spooled_kinds(self) -> set[str]:
        """Which kinds of files lie there: `c` for what is known of a job, `d` for its document."""
        return {name[0] for name in self.spooled}

    def is_idle(self) -> bool:
        """Whether no job is under way."""
        return not self.run("lpstat", "-W", "not-completed", "-o")

    def files(self) -> Iterator[Path]:
        """Everything that the service wrote: not the printed pages."""
        for path in self.root.rglob("*"):
            if path.is_file() and not path.is_symlink() and self.shelf not in path.parents:
                yield path


def until(there: object) -> None:
    """Wait until something is so."""
    assert callable(there)
    end = time.monotonic() + PATIENCE
    while not there():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


@contextmanager
def print_service(more: str = KEEPS_NOTHING) -> Iterator[PrintService]:
    """Run a service; `more` stands in its cupsd.conf. Needs root and the packages cups and cups-filters.

    It lies right below the folder for temporary files: its filters run as another user who must get there,
    and the path of a socket is short.
    """
    root = Path(tempfile.mkdtemp(prefix="kiosk-cups-"))
    root.chmod(0o711)
    for name in ("etc", "cache", "state", "spool", "spool/tmp", "log", "shelf", "bin", "bin/backend"):
        (root / name).mkdir()
    for name in ("filter", "daemon", "monitor", "notifier"):
        (root / "bin" / name).symlink_to(CUPS / name)
    backend = root / "bin" / "backend" / "shelf"
    backend.write_text(BACKEND.format(shelf=root / "shelf"))
    backend.chmod(0o700)  # CUPS runs as root what nobody else may run
    (root / "etc" / "cups-files.conf").write_text(FILES_CONF.format(root=root))
    (root / "etc" / "cupsd.conf").write_text(CUPSD_CONF.format(root=root, more=more))
    (root / "shelf.ppd").write_text(PPD)
    command = [CUPSD, "-f", "-c", f"{root}/etc/cupsd.conf", "-s", f"{root}/etc/cups-files.conf"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            service = PrintService(root)
            until(service.socket.is_socket)
            service.run(
                *("lpadmin", "-p", "shelf", "-v", "shelf:/", "-P", f"{root}/shelf.ppd", "-E"),
                *("-D", "Café printer", "-L", "By the door"),
            )
            service.run("lpadmin", "-d", "shelf")
            yield service
        finally:
            process.terminate()
            process.wait(PATIENCE)
            shutil.rmtree(root)
