"""The fold of claims and of dense status tables, against the same questions put to DuckDB, polars and pandas in one run.

    python -m benchmarks.fold [--claims 100000 1000000 10000000] [--rows 990000 9900000 99000000]

What is compared is named in each row: the peers find only the runs of one holder (a window over the sorted table), while the fold
also weighs sources, contradictions and imprecise dates.
"""
# ruff: noqa: PLR2004 - the shares of made-up data

import argparse
import datetime as dt
import tempfile
from collections.abc import Sequence
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet
from benchmarks.measured import Row, table, timed

from whoheld.model import Policy
from whoheld.tables.majority import majority
from whoheld.timeline import intervals
from whoheld.timeline.coding import code
from whoheld.timeline.fold import fold
from whoheld.timeline.observations import SCHEMA
from whoheld.timeline.voices import Rules, Sides

EPOCH = dt.date(1970, 1, 1).toordinal()
FIRST = dt.date(2014, 1, 1).toordinal()
SEED = 20190121


def main(counts: Sequence[int], sizes: Sequence[int]) -> str:
    """The tables of this benchmark."""
    told = table("As-of fold of claims", *map(claims, counts))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "status.parquet"
        return told + "\n" + table("Dense statuses of 33,000 places by 3 sources", *(dense(path, rows) for rows in sizes))


def claims(count: int) -> list[Row]:
    """As-of fold of claims: of each place the intervals as known on a day."""
    observed = observations(count)
    policy = Policy()
    known_at = dt.date.fromordinal(int(np.quantile(observed["known"].to_numpy(), 0.9)))
    cut = known_at.toordinal()
    folded(observations(250_000), policy, known_at)  # compiles, or loads what was compiled before
    rows = [
        Row(
            "whoheld: weighs voices, contradictions and imprecise dates", count, timed(lambda: folded(observed, policy, known_at))
        )
    ]
    plain = observed.select(["place", "actor", "day", "known"])
    database = duckdb.connect()
    database.register("plain", plain)
    # The values put into the queries are this program's own.
    query = f"""SELECT * FROM (SELECT place, actor, day, lag(actor) OVER (PARTITION BY place ORDER BY day, known) AS before
        FROM plain WHERE known <= {cut}) WHERE before IS DISTINCT FROM actor"""  # noqa: S608
    rows.append(Row("DuckDB window: runs of one holder only", count, timed(lambda: database.sql(query).to_arrow_table())))
    frame = pl.from_arrow(plain)
    change = pl.col("actor").ne_missing(pl.col("actor").shift().over("place"))
    runs = frame.lazy().filter(pl.col("known") <= cut).sort("place", "day", "known").filter(change)
    rows.append(Row("polars: runs of one holder only", count, timed(runs.collect)))
    pandas = plain.to_pandas()
    rows.append(Row("pandas: runs of one holder only", count, timed(lambda: pandas_runs(pandas, cut))))
    return rows


def folded(observations: pa.Table, policy: Policy, known_at: dt.date) -> pa.Table:
    """From a table of observations to a table of intervals, as known on a day."""
    rules = Rules.of(policy, Sides(policy, {}))
    coded = code(observations, rules)
    known = np.flatnonzero(observations["known"].to_numpy() <= known_at.toordinal())
    return intervals.Naming(coded).tables(fold(coded, known))


def pandas_runs(frame: pd.DataFrame, cut: int) -> pd.DataFrame:
    ordered = frame[frame["known"] <= cut].sort_values(["place", "day", "known"])
    before = ordered.groupby("place", observed=True)["actor"].shift()
    return ordered[ordered["actor"].astype(object) != before.astype(object)]


def observations(count: int) -> pa.Table:
    """Claims on places of a hundred reports each; one in thirty errs on who holds the place, one in twenty is hedged."""
    random = np.random.default_rng(SEED)
    places = max(1, count // 100)
    place = random.integers(0, places, count)
    day = FIRST + random.integers(0, 1500, count)
    era = (day - FIRST + place * 7) // 400
    actor = np.where(random.random(count) < 0.967, (place + era) % 4, random.integers(0, 4, count))
    change = random.random(count) < 0.3
    start = np.where(change & (random.random(count) < 0.5), day - random.integers(0, 2, count), np.iinfo(np.int32).min)
    ids = np.char.mod("%016x", np.arange(count))
    articles = np.char.mod("%016x", random.permutation(count))
    columns = {
        "claim": pa.array(ids),
        "article": pa.array(articles),
        "place": names("place", place, places),
        "says": pa.array(np.where(random.random(count) < 0.05, 1, 0).astype(np.int8)),
        "actor": names("actor", actor, 4),
        "other": pa.nulls(count, pa.string()).dictionary_encode(),
        "start": pa.array(start.astype(np.int32), mask=start == np.iinfo(np.int32).min),
        "day": pa.array(day.astype(np.int32)),
        "seen": pa.array(day.astype(np.int32)),
        "known": pa.array((day + random.integers(0, 5, count)).astype(np.int32)),
        "change": pa.array(change),
        "firm": pa.array(random.random(count) > 0.05),
        **{flag: pa.array(np.zeros(count, bool)) for flag in ("partial", "area", "recap")},
        "fresh": pa.array(np.ones(count, bool)),
        "voice": names("voice", random.integers(0, 40, count), 40),
        "side": names("side", random.integers(0, 8, count), 8),
        "offset": pa.array(np.zeros(count, np.int32)),
    }
    return pa.table({name: columns[name] for name in SCHEMA.names})


def names(kind: str, codes: np.ndarray, count: int) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(codes.astype(np.int32), [f"{kind}{code:07}" for code in range(count)])


def dense(path: Path, rows: int) -> list[Row]:
    """Intervals by majority from a table of every place, day and source."""
    write_statuses(path, rows)
    scan = f"SELECT sum(hash(place, day, source, status) % 1000) FROM '{path}'"  # noqa: S608
    query = f"""SELECT place, day, status FROM (
        SELECT place, day, status, lag(status) OVER (PARTITION BY place ORDER BY day) AS before FROM (
            SELECT place, day, status FROM (
                SELECT place, day, status, count(*) AS votes FROM '{path}' GROUP BY ALL)
            QUALIFY row_number() OVER (PARTITION BY place, day ORDER BY votes DESC, status) = 1))
        WHERE before IS DISTINCT FROM status"""  # noqa: S608
    return [
        Row("DuckDB: sum of hashes of the same file", rows, timed(lambda: duckdb.sql(scan).fetchall())),
        Row("whoheld: majority and intervals", rows, timed(lambda: majority(path))),
        Row("DuckDB windows: majority and intervals", rows, timed(lambda: duckdb.sql(query).to_arrow_table(), runs=1)),
    ]


def write_statuses(path: Path, rows: int) -> None:
    """33,000 places, 3 sources, as many days as make up the rows; half of the places change, and one report in a hundred errs."""
    random = np.random.default_rng(SEED)
    places, sources = 33_000, pa.array(["dsm", "isw", "wiki"])
    days = max(1, rows // (places * 3))
    turn = random.integers(0, 2 * days, places)
    statuses = pa.array(["CONTESTED", "RU", "UA"])
    writer = None
    for day in range(days):
        held = np.repeat(np.where(turn <= day, 1, 2), 3)
        held = np.where(random.random(len(held)) < 0.01, random.integers(0, 3, len(held)), held)
        batch = pa.table(
            {
                "place": pa.array(np.repeat(np.arange(461_000, 461_000 + places, dtype=np.int32), 3)),
                "day": pa.array(np.full(len(held), 19_000 + day, np.int32)).cast(pa.date32()),
                "source": pa.DictionaryArray.from_arrays(np.tile(np.arange(3, dtype=np.int8), places), sources),
                "status": pa.DictionaryArray.from_arrays(held.astype(np.int8), statuses),
            }
        )
        writer = writer or pa.parquet.ParquetWriter(path, batch.schema, compression="zstd")
        writer.write_table(batch)
    writer.close()


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("--claims", type=int, nargs="*", default=[100_000, 1_000_000, 10_000_000])
    asked.add_argument("--rows", type=int, nargs="*", default=[990_000, 9_900_000, 99_000_000])
    chosen = asked.parse_args()
    print(main(chosen.claims, chosen.rows))
