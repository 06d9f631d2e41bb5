"""Writes one table with a column of each type as Parquet, and as Arrow in each form that pyarrow and polars have, into the folder named."""
import datetime
import decimal
import pathlib
import sys

import polars
import pyarrow as pa
from pyarrow import feather, ipc, parquet

folder = pathlib.Path(sys.argv[1])
count = 3000
texts = [None if i % 7 == 0 else f"Köln {i % 100}" for i in range(count)]


def times(unit, zone=None):
    return pa.array([None if i % 5 == 0 else (i - 1500) * 1_000_003 for i in range(count)], pa.timestamp(unit, zone))


table = pa.table({
    "i8": pa.array([i % 100 - 50 for i in range(count)], pa.int8()),
    "u64": pa.array([2**64 - 1 - i for i in range(count)], pa.uint64()),
    "f32": pa.array([i / 8 for i in range(count)], pa.float32()),
    "f64": pa.array([float("nan") if i % 11 == 0 else i / 3 for i in range(count)]),
    "b": pa.array([None if i % 3 == 0 else i % 2 == 0 for i in range(count)]),
    "s": pa.array(texts),
    "ls": pa.array(texts, pa.large_string()),
    "bin": pa.array([bytes([i % 256, 255]) for i in range(count)]),
    "dec": pa.array([decimal.Decimal(i - 1500).scaleb(-2) for i in range(count)], pa.decimal128(10, 2)),
    "d": pa.array([datetime.date(1960, 1, 1) + datetime.timedelta(days=i * 10) for i in range(count)]),
    "ts": times("s"),
    "tms": times("ms"),
    "tus": times("us"),
    "tns": times("ns"),
    "tz": times("us", "Europe/Berlin"),
    "t": pa.array([i * 1000 for i in range(count)], pa.time64("us")),
    "dur": pa.array([i * 1000 for i in range(count)], pa.duration("us")),
    "none": pa.nulls(count),
    "list": pa.array([[i, None] if i % 2 else [] for i in range(count)]),
    "struct": pa.array([{"x": i, "y": str(i)} if i % 4 else None for i in range(count)]),
    "map": pa.array([[("k", i)] for i in range(count)], pa.map_(pa.string(), pa.int64())),
})
with_words = table.set_column(table.schema.get_field_index("s"), "s", pa.array(texts).dictionary_encode())

parquet.write_table(table, folder / "table.parquet")
for compression in ("uncompressed", "lz4", "zstd"):
    feather.write_feather(with_words, folder / f"{compression}.feather", compression=compression, chunksize=1000)
with ipc.new_stream(folder / "stream.arrow", table.schema) as writer:
    writer.write_table(table, 1000)

flat = polars.from_arrow(table.drop_columns(["map", "none"]))
flat.write_parquet(folder / "polars.parquet")
for compression in ("uncompressed", "lz4", "zstd"):
    flat.write_ipc(folder / f"polars-{compression}.arrow", compression=compression)
