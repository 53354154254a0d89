# shellcheck shell=bash
# What ./start and ./check share: bring system packages, .venv, .tools and catalogues up to date. Sourced, not run.
# Speaks on standard error, and only when there is something to do.

root=$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")
python=$root/.venv/bin/python
system_python=/usr/bin/python3

# set_up run | check | all
set_up() {
    local locks=("$root/requirements.lock") lists=("$root/.ci/packages-run.txt") base missing
    if [ "$1" != run ]; then
        locks+=("$root/tests/requirements.lock")
        lists+=("$root/.ci/packages-check.txt")
    fi
    [ "$1" != all ] || lists+=("$root/.ci/packages-all.txt")

    missing=$(missing_packages "${lists[@]}")
    # shellcheck disable=SC2086 # a list of names
    add_packages $missing
    base=$(usable_python) || stop "Python 3.11, 3.12 or 3.13 is needed, and none was found."
    make_environment "$base" "${locks[@]}"
    [ "$1" != all ] || make_tools
    compile_catalogues
    # The worker may write nothing, and an installed tree may be read-only: what is not compiled now never is.
    "$python" -I -m compileall -q "$root/kiosk" || true
}

say() { printf '%s\n' "$*" >&2; }

stop() {
    say "$@"
    exit 1
}

# Print the Python to use: that of .venv if it is whole, else the first that can make one. The system's own comes
# first: it gets the system's repairs, and Debian builds it to be a quarter faster than a plain build is.
usable_python() {
    local fits='sys.exit(not (3, 11) <= sys.version_info < (3, 14))' candidate
    "$python" -I -c "import sys, pip; $fits" 2>/dev/null && echo "$python" && return
    for candidate in "$system_python" python3 python3.13 python3.12 python3.11; do
        "$candidate" -I -c "import sys, venv, ensurepip; $fits" 2>/dev/null && echo "$candidate" && return
    done
    return 1
}

# Print those packages of the lists that are not installed.
missing_packages() {
    local wanted here
    command -v dpkg-query >/dev/null || return 0 # not a Debian: whoever runs it here knows what they do
    wanted=$(sed 's/#.*//' "$@" | xargs -n 1 | sort -u)
    # shellcheck disable=SC2086
    here=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p' | sort -u)
    comm -23 <(echo "$wanted") <(echo "$here")
}

add_packages() {
    [ $# -gt 0 ] || return 0
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        # With a terminal sudo may ask for a password; without one it must not need to.
        sudo -n true 2>/dev/null || { [ -t 0 ] && sudo true; } || ask_for "$@"
        as_root=(sudo)
    fi
    say "System packages: adding $# that are missing: $*"
    watched "${as_root[@]}" apt-get update || say "Going on with the package lists that are here."
    watched "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8 \
        apt-get install -y --no-install-recommends -o DPkg::Lock::Timeout=300 "$@" || ask_for "$@"
}

ask_for() {
    stop "System packages are missing and could not be added here. Run these two lines as root, then try again:
  apt-get update
  apt-get install --no-install-recommends $*"
}

# Make .venv with what the last lock names, for the program and its tests.
make_environment() {
    local base=$1 locks=("${@:2}") site
    fill_environment "$root/.venv" "$base" "${locks[@]}"
    # So that `.venv/bin/python -m kiosk` finds the program from every folder.
    for site in "$root"/.venv/lib/python3.*/site-packages; do
        [ "$(cat "$site/resume-kiosk.pth" 2>/dev/null)" = "$root" ] || echo "$root" >"$site/resume-kiosk.pth"
        [ "$site/shiboken6/files.dir" -nt "$root/.venv/.set-up" ] || unpack_shiboken "$site/shiboken6"
    done
}

# PySide's Python carries a part of itself in a zip and compiles it at every start, a twentieth of a second. Told
# with SBK_EMBED=0 it lays that part beside itself (shibokensupport/signature_bootstrap.py), to be compiled once.
unpack_shiboken() {
    rm -rf "$1/files.dir"
    [ ! -d "$1" ] || SBK_EMBED=0 "$python" -I -c "import shiboken6" || true
}

# Make .tools with the programs that grade our documents: apart from .venv, for their licences are not ours to carry.
make_tools() {
    local lock=$root/tests/tools-requirements.lock base=$root/.tools/bin/python
    # By its own Python if that is whole and like .venv's, so that only what changed is installed again.
    "$base" -I -c "import pip" 2>/dev/null && [ "$("$base" -V)" = "$("$python" -V)" ] || base=$python
    fill_environment "$root/.tools" "$base" "$lock"
}

# Fill the environment FOLDER with what the last lock names; a stamp remembers for which Python and locks that was done.
fill_environment() {
    local folder=$1 base=$2 locks=("${@:3}") want
    local stamp=$folder/.set-up
    want=$("$base" -V | cut -d. -f1,2; for lock in "${locks[@]}"; do sha256sum <"$lock"; done)
    [ "$(head -n "$(wc -l <<<"$want")" "$stamp" 2>/dev/null)" != "$want" ] || return 0
    if [ "$base" != "$folder/bin/python" ]; then
        say "Python: making ${folder##*/} with $("$base" -V)."
        "$base" -I -m venv --clear "$folder" || stop "The folder ${folder##*/} could not be made."
    fi
    say "Python libraries: adding what ${locks[-1]#"$root"/} names."
    watched "$folder/bin/python" -I -m pip install --disable-pip-version-check --no-input --progress-bar off \
        --only-binary :all: --no-deps --require-hashes -r "${locks[-1]}" \
        || stop "The Python libraries could not be added."
    echo "$want" >"$stamp"
}

# Run a command and show how far it is; if it does not succeed, show all that it said.
watched() {
    local said status=0
    said=$(mktemp)
    "$@" </dev/null 2>&1 | tee "$said" | awk '
        /^Get:/ && ++fetched % 25 == 0 { print "  " fetched " fetched" }
        /^Setting up/ && ++ready % 25 == 0 { print "  " ready " set up" }
        /^Collecting/ { print "  " $2 }
        { fflush() }' >&2 || status=$?
    [ "$status" = 0 ] || cat "$said" >&2
    rm -f "$said"
    return "$status"
}

compile_catalogues() {
    local po
    for po in "$root"/assets/locale/*/LC_MESSAGES/*.po; do
        [ ! -e "$po" ] || [ "${po%.po}.mo" -nt "$po" ] \
            || watched "$python" -I -m babel.messages.frontend compile -i "$po" -o "${po%.po}.mo"
    done
}
