"""OpenStreetMap's own format, ``.osm.pbf``, as the GeoJSON features that an export of it would have.

A way or relation has the points of its nodes; the file is passed over once for each sort of object, so that memory holds the
nodes of what is wanted and never all of a country's.
"""

import importlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from whoheld.errors import DataError, UsageError

if TYPE_CHECKING:
    from osmium.osm import Node, Relation, Way

Tags = Mapping[str, str]


class _Shape(NamedTuple):
    """A way or relation: its tags, and the nodes and ways that it is made of."""

    tags: Tags
    nodes: Sequence[int]
    ways: Sequence[int] = ()


def features(path: Path, keys: Sequence[str], wanted: Callable[[Tags], bool]) -> Iterator[object]:
    """The wanted nodes, then ways, then relations; one whose nodes the file lacks has no coordinates.

    Args:
        path: the file.
        keys: what is wanted has one of these tags.
        wanted: whether an object with those tags is.

    Raises:
        UsageError: the extra that reads such files is not installed.
        DataError: it is no such file.
    """
    try:
        yield from _features(_File(str(path), keys), wanted)
    except ImportError as error:
        raise UsageError("reading .osm.pbf needs the extra: pip install 'whoheld[osm]'") from error
    except RuntimeError as error:
        raise DataError(f"not an OpenStreetMap file: {error}", path=path) from error


class _File:
    """Passes over a file, each over the objects of one sort that have one of the keys, or one of some ids."""

    def __init__(self, path: str, keys: Sequence[str]) -> None:
        self._path, self._keys = path, keys

    def nodes(self, ids: set[int] | None = None) -> "Iterator[Node]":
        return self._pass("NODE", ids)

    def ways(self, ids: set[int] | None = None) -> "Iterator[Way]":
        return self._pass("WAY", ids)

    def relations(self) -> "Iterator[Relation]":
        return self._pass("RELATION", None)

    def _pass(self, sort: str, ids: set[int] | None) -> "Iterator[Any]":
        osmium = importlib.import_module("osmium")
        if ids is not None and not ids:
            return iter(())
        chosen = osmium.filter.KeyFilter(*self._keys) if ids is None else osmium.filter.IdFilter(ids)
        return iter(osmium.FileProcessor(self._path, getattr(osmium.osm, sort)).with_filter(chosen))


def _features(file: _File, wanted: Callable[[Tags], bool]) -> Iterator[object]:
    for node in file.nodes():
        tags = _tags(node)
        if wanted(tags):
            yield _feature(f"node/{node.id}", tags, "Point", [node.location.lon, node.location.lat])
    relations = {r.id: _relation(r) for r in file.relations() if wanted(_tags(r))}
    ways = {w.id: _Shape(_tags(w), [n.ref for n in w.nodes]) for w in file.ways() if wanted(_tags(w))}
    members = {way for relation in relations.values() for way in relation.ways}
    lines = {way.id: [node.ref for node in way.nodes] for way in file.ways(members)}
    nodes = {node for shape in (*ways.values(), *relations.values()) for node in shape.nodes}
    nodes.update(node for line in lines.values() for node in line)
    spots = {node.id: [node.location.lon, node.location.lat] for node in file.nodes(nodes)}
    for number, way in ways.items():
        yield _feature(f"way/{number}", way.tags, "MultiPoint", [spots[node] for node in way.nodes if node in spots])
    for number, relation in relations.items():
        nodes_of = (*relation.nodes, *(node for way in relation.ways for node in lines.get(way, ())))
        yield _feature(f"relation/{number}", relation.tags, "MultiPoint", [spots[node] for node in nodes_of if node in spots])


def _relation(relation: "Relation") -> _Shape:
    members = [(member.type, member.ref) for member in relation.members]
    return _Shape(_tags(relation), [ref for sort, ref in members if sort == "n"], [ref for sort, ref in members if sort == "w"])


def _tags(thing: "Node | Way | Relation") -> Tags:
    return {tag.k: tag.v for tag in thing.tags}


def _feature(feature_id: str, tags: Tags, kind: str, coordinates: object) -> object:
    return {"id": feature_id, "properties": tags, "geometry": {"type": kind, "coordinates": coordinates}}
