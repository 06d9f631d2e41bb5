"""Decides OSV records by the specification on `packaging`, and writes pickles with Python's own pickler.

Usage: scan_deps.py decide DATABASE.zip | scan_deps.py pickles FOLDER
"""
import collections
import datetime
import decimal
import fractions
import json
import pathlib
import pickle
import sys
import uuid
import zipfile

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version


def version_of(text):
    try:
        return Version(text)
    except InvalidVersion:
        return None


def intervals(events):
    """Pairs in which each introduction is ended by the next end above it, whatever the order in the file."""
    starts = [None if e["introduced"] == "0" else Version(e["introduced"]) for e in events if "introduced" in e]
    fixed = [Version(e["fixed"]) for e in events if "fixed" in e]
    last = [Version(e["last_affected"]) for e in events if "last_affected" in e]
    return starts, fixed, last


def in_range(version, events):
    starts, fixed, last = intervals(events)
    begun = [s for s in starts if s is None or s <= version]
    if not begun:
        return False
    start = max((s for s in begun if s is not None), default=None)
    ended = any((start is None or f > start) and version >= f for f in fixed)
    return not ended and not any((start is None or f >= start) and version > f for f in last)


def readable(events):
    return all(v == "0" or version_of(v) for e in events for v in e.values())


def decide(database):
    archive = zipfile.ZipFile(database)
    decisions = []
    for name in archive.namelist():
        record = json.loads(archive.read(name))
        if record.get("withdrawn"):
            continue
        packages = collections.defaultdict(list)
        for affected in record["affected"]:
            packages[canonicalize_name(affected["package"]["name"])].append(affected)
        for package, entries in packages.items():
            ranges = [r["events"] for a in entries for r in a.get("ranges", []) if r["type"] == "ECOSYSTEM"]
            if not all(readable(events) for events in ranges):
                continue
            listed = {v for a in entries for v in map(version_of, a.get("versions", [])) if v}
            bounds = {v for events in ranges for e in events for v in e.values()}
            probes = {p for b in bounds for p in (b, b + ".dev1", b + ".post1", b + "+local.1", b + ".0.1", b + "rc1")}
            for text in sorted(probes):
                version = version_of(text)
                if version:
                    affected = version in listed or any(in_range(version, events) for events in ranges)
                    decisions.append([record["id"], package, text, affected])
    json.dump(decisions, sys.stdout)


def pickles(folder):
    nested = {"a": [1, 2.5, None, True, "näive", b"\x00\xff"], (1, 2): {3}, "big": 2**200, "neg": -(2**70)}
    nested["self"] = nested
    values = {
        "nested": nested,
        "containers": [collections.OrderedDict(a=1), collections.defaultdict(list), collections.Counter("aab"), collections.deque([1])],
        "numbers": [decimal.Decimal("1.5"), fractions.Fraction(1, 3), complex(1, 2), 1e300, float("inf"), range(5), slice(1, 2)],
        "times": [datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc), datetime.timedelta(1), datetime.date(2024, 1, 1)],
        "others": [uuid.UUID(int=5), pathlib.PurePosixPath("a/b"), frozenset([1]), bytearray(b"x"), type(None)],
        "long": ["x" * 100_000, b"y" * 100_000, list(range(10_000))],
        "spelled": ["cos\nsystem\n(S'echo inert'\ntR.", b"cos\nsystem\n(S'echo inert'\ntR."],
    }
    models = {}
    try:
        import numpy

        values["arrays"] = [numpy.arange(5), numpy.ones((2, 3), "f4"), numpy.array(["a", "bc"]), numpy.float64(1), numpy.array([None, "x"]), numpy.random.RandomState(1), numpy.random.default_rng(1), numpy.zeros(2, [("a", "f8"), ("b", "i4")])]
        numpy.save(f"{folder}/plain.npy", numpy.arange(5))
        numpy.save(f"{folder}/objects.npy", numpy.array([None, {"a": 1}]))
        numpy.savez_compressed(f"{folder}/many.npz", a=numpy.arange(5), b=numpy.eye(3))
        import joblib
        from sklearn import ensemble, linear_model, pipeline, preprocessing, svm, tree, neighbors, cluster, compose, feature_extraction

        x = numpy.random.default_rng(1).normal(size=(60, 3))
        y = (x[:, 0] > 0).astype(int)
        for model in (linear_model.LogisticRegression(), linear_model.Ridge(), tree.DecisionTreeClassifier(), ensemble.RandomForestClassifier(5), ensemble.GradientBoostingClassifier(n_estimators=5), ensemble.HistGradientBoostingClassifier(max_iter=5), svm.SVC(), neighbors.KNeighborsClassifier(), cluster.KMeans(2), linear_model.SGDClassifier(), pipeline.make_pipeline(preprocessing.StandardScaler(), linear_model.LogisticRegression()), compose.ColumnTransformer([("s", preprocessing.StandardScaler(), [0])])):
            models[type(model).__name__] = model.fit(x, y)
        import pandas

        values["frames"] = [pandas.DataFrame({"a": [1, 2], "b": ["x", None], "c": pandas.Categorical(["u", "v"])}), pandas.Series([1.5]), pandas.Timestamp("2024-01-01"), pandas.date_range("2024-01-01", periods=3)]
        models["CountVectorizer"] = feature_extraction.text.CountVectorizer().fit(["a text", "another text"])
        for name, model in models.items():
            joblib.dump(model, f"{folder}/{name}.joblib")
            joblib.dump(model, f"{folder}/{name}.packed.joblib", compress=3)
    except ImportError:
        pass
    for name, value in {**values, **models}.items():
        for protocol in range(6):
            with open(f"{folder}/{name}.{protocol}.pkl", "wb") as file:
                pickle.dump(value, file, protocol)


{"decide": decide, "pickles": pickles}[sys.argv[1]](sys.argv[2])
