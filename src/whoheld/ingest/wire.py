"""What goes over the pipes between ``workers`` and ``worker``: JSON of fixed types.

A page that takes over the process that reads it could answer anything. In this form an answer can be nothing but what was read;
one that can name code to run, as a pickle can, would carry it into the process that asked.
"""

from typing import IO, Annotated, TypeVar

from pydantic import AfterValidator, TypeAdapter

from whoheld import children
from whoheld.ingest.assemble import Read
from whoheld.ingest.records import Raw

REQUEST: TypeAdapter[Raw] = TypeAdapter(Raw)


def _of_a_document(read: tuple[Read, ...]) -> tuple[Read, ...]:
    if not read or not all(one.article or one.issues for one in read):
        raise ValueError("a document was neither read nor refused")
    return read


ANSWER: TypeAdapter[tuple[Read, ...]] = TypeAdapter(Annotated[tuple[Read, ...], AfterValidator(_of_a_document)])

Message = TypeVar("Message")

_LONGEST = 1 << 28


def send(stream: IO[bytes] | None, kind: TypeAdapter[Message], message: Message) -> None:
    """Write one message.

    Raises:
        OSError: nobody reads it.
    """
    children.send(stream, kind.dump_json(message))


def receive(stream: IO[bytes] | None, kind: TypeAdapter[Message]) -> Message:
    """Read one message.

    Raises:
        EOFError: the stream ended.
        ValueError: what came is no such message.
    """
    return kind.validate_json(children.receive(stream, _LONGEST))
