"""Runs abm from a notebook or a script and reads its tables as data frames. Written by: abm client python

    import abm
    study = abm.run({"model": "boltzmann", "ticks": 50, "replications": 10})
    study.runs, study.ticks, study.events, study.design     # pandas, read when they are asked for
    study.analyse()["measures"]                              # the tables of abm analyse
    study = abm.Study("results/boltzmann")                   # one that was run before

A config is a dict or the path of a file; further options are those of the command, such as threads=4, force=True or
set={"mean_wealth": 2}. abm is found by the argument abm, the variable ABM or the path; each may be a whole command:
abm=["dotnet", "run", "-c", "Release", "--project", "src/Cli", "--"].
"""
import json
import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

_PROGRESS = re.compile(r"\d+/\d+ runs, \S+ runs/s")
_TYPES = {"integer": "Int64", "number": "float64", "boolean": "boolean", "string": "string"}


class AbmError(RuntimeError):
    """abm ended with another exit code than 0: its message, the code, and the directory where it got so far."""

    def __init__(self, message, code, directory=None):
        super().__init__(message)
        self.code = code
        self.directory = directory


class BadInput(AbmError, ValueError):
    """A config, an option or a directory cannot be used (exit code 2)."""


class Tables(Mapping):
    """The tables of a folder by their names, read when they are asked for: tables["runs"] or tables.runs."""

    def __init__(self, directory):
        self.directory = Path(directory)
        self._read = {}

    def table(self, name, columns=None):
        """A table, or some of its columns, with the types that datapackage.json declares."""
        types, path = self._files()[name]
        usual = {"float_precision": "round_trip", "keep_default_na": False, "na_values": [""], "usecols": columns}
        if types is None:
            return pd.read_csv(path, **usual)
        chosen = {column: kind for column, kind in types.items() if columns is None or column in columns}
        return pd.read_csv(path, dtype={column: _TYPES[kind] for column, kind in chosen.items() if kind in _TYPES},
                           parse_dates=[column for column, kind in chosen.items() if kind not in _TYPES], **usual)

    def _files(self):
        package = self.directory / "datapackage.json"
        if not package.exists():
            return {path.stem: (None, path) for path in sorted(self.directory.glob("*.csv"))}
        resources = json.loads(package.read_text(encoding="utf-8"))["resources"]
        return {one["name"]: ({field["name"]: field["type"] for field in one["schema"]["fields"]}, self.directory / one["path"])
                for one in resources}

    def __getitem__(self, name):
        if name not in self._read:
            self._read[name] = self.table(name)
        return self._read[name]

    def __getattr__(self, name):
        if name.startswith("_") or name not in self._files():
            raise AttributeError(f"{self.directory} has no table {name!r}; it has {', '.join(self._files()) or 'none'}")
        return self[name]

    def __iter__(self):
        return iter(self._files())

    def __len__(self):
        return len(self._files())

    def __dir__(self):
        return [*super().__dir__(), *self]

    def __repr__(self):
        return f"{type(self).__name__}({str(self.directory)!r}): {', '.join(self)}"


class Study(Tables):
    """The result of a study: its tables, and those of its analysis."""

    @property
    def analysis(self):
        """The tables of the last analysis."""
        return Tables(self.directory / "analysis")

    def analyse(self, *, abm=None, quiet=False, **options):
        """Runs abm analyse and gives its tables: analyse(measure="gini"), analyse(prim="end_gini>0.5")."""
        _call(["analyse", str(self.directory), *_options(options)], abm, quiet)
        return self.analysis

    def resume(self, *, abm=None, quiet=False, **options):
        """Runs what is missing: resume(replications=1000)."""
        self._read.clear()
        _call(["resume", str(self.directory), *_options(options)], abm, quiet)
        return self


def run(config, out=None, *, abm=None, quiet=False, **options):
    """Runs what is missing of a study and gives its result; progress is printed meanwhile, unless quiet."""
    return Study(_with_config("run", [config], out, abm, quiet, options))


def calibrate(config, out=None, *, abm=None, quiet=False, **options):
    """Runs abm calibrate and gives its tables: posterior, posterior_summary, fit, generations (surrogate where it is guided)."""
    return Tables(_with_config("calibrate", [config], out, abm, quiet, options))


def judge(configs, out=None, *, abm=None, quiet=False, **options):
    """Runs abm judge on one config, a folder or a list of either, and gives its table: hypotheses."""
    several = configs if isinstance(configs, (list, tuple)) else [configs]
    return Tables(_with_config("judge", several, out, abm, quiet, options))


def _with_config(command, configs, out, abm, quiet, options):
    written = []
    try:
        paths = [_written(config, written) if isinstance(config, Mapping) else str(config) for config in configs]
        told = [] if out is None else ["--out", str(out)]
        return _call([command, *paths, *told, *_options(options)], abm, quiet)
    finally:
        for path in written:
            os.unlink(path)


def _written(config, written):
    """A config as a file in this folder, so that what it extends is found from here."""
    named = {"name": config.get("model", "study"), **config}
    text = json.dumps(_plain(named), indent=1, ensure_ascii=False, allow_nan=False)
    handle, path = tempfile.mkstemp(prefix=".abm-", suffix=".json", dir=".")
    written.append(path)
    with open(handle, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def _plain(value):
    """What JSON has for values of Python, numpy and pandas; a frame is its rows, and a whole number has no point."""
    if isinstance(value, pd.DataFrame):
        return _plain(value.to_dict("records"))
    if hasattr(value, "tolist"):
        return _plain(value.tolist())
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (list, tuple, range)):
        return [_plain(one) for one in value]
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, Path):
        return str(value)
    raise TypeError(f"a config cannot hold {value!r}")


def _options(options):
    words = []
    for name, value in options.items():
        flag = "--" + name.replace("_", "-")
        if isinstance(value, Mapping):
            value = [f"{key}={_word(one)}" for key, one in value.items()]
        if value is True:
            words.append(flag)
        elif value is not None and value is not False:
            for one in value if isinstance(value, (list, tuple)) else [value]:
                words += [flag, _word(one)]
    return words


def _word(value):
    return str(value).lower() if isinstance(value, bool) else str(value)


def _command(abm):
    abm = abm or os.environ.get("ABM") or shutil.which("abm")
    if not abm:
        raise FileNotFoundError("abm is not found: name it with abm=..., set the variable ABM, or put it on the path")
    if isinstance(abm, (list, tuple)):
        words = [str(word) for word in abm]
    else:
        words = [str(abm)] if Path(abm).exists() else shlex.split(str(abm))
    if shutil.which(words[0]) is None:
        raise FileNotFoundError(f"there is no program {words[0]}: name abm with abm=..., set the variable ABM, or put it on the path")
    return words


def _call(arguments, abm, quiet):
    """Runs abm, prints what it says as it says it, and gives the directory of its results, where it names one."""
    # A group of its own: Ctrl-C comes here first, and reaches abm once.
    own_group = {"start_new_session": True} if os.name == "posix" else {}
    process = subprocess.Popen([*_command(abm), *arguments], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, encoding="utf-8", errors="replace", **own_group)
    shown, said = [], []
    readers = [threading.Thread(target=_follow, args=(stream, None if quiet else target, kept), daemon=True)
               for stream, target, kept in ((process.stdout, sys.stdout, shown), (process.stderr, sys.stderr, said))]
    for reader in readers:
        reader.start()
    was_interrupted = _wait(process)
    for reader in readers:
        reader.join()
    message = "\n".join(line for line in said if not _PROGRESS.search(line))
    directory = next((line.removeprefix("Results: ") for line in reversed(said) if line.startswith("Results: ")), None)
    if was_interrupted:
        raise KeyboardInterrupt(message or "abm was stopped; the same call goes on from what is stored.")
    if process.returncode != 0:
        raise (BadInput if process.returncode == 2 else AbmError)(message or f"abm ended with {process.returncode}", process.returncode, directory)
    return directory


def _follow(stream, target, kept):
    for line in stream:
        kept.append(line.rstrip("\n"))
        if target is not None:
            print(line, end="", file=target, flush=True)


def _wait(process):
    """Waits for the end; an interrupt asks abm to stop, which stores what is done, and a second one kills it."""
    was_interrupted = False
    while True:
        try:
            process.wait(timeout=0.2)
            return was_interrupted
        except subprocess.TimeoutExpired:
            pass
        except KeyboardInterrupt:
            _signal(process, getattr(signal, "SIGKILL", signal.SIGTERM) if was_interrupted else signal.SIGINT)
            was_interrupted = True


def _signal(process, number):
    try:
        if os.name == "posix":
            os.killpg(process.pid, number)
        else:
            process.terminate()
    except ProcessLookupError:
        pass
