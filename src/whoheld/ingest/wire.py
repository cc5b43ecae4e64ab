"""What goes over the pipes between ``workers`` and ``worker``: JSON of fixed types.

A page that takes over the process that reads it could answer anything. In this form an answer can be nothing but what was read;
one that can name code to run, as a pickle can, would carry it into the process that asked.
"""

from typing import IO, Annotated, TypeVar

from pydantic import AfterValidator, TypeAdapter

from whoheld.ingest.assemble import Read
from whoheld.ingest.records import Raw

REQUEST: TypeAdapter[Raw] = TypeAdapter(Raw)


def _of_a_document(read: tuple[Read, ...]) -> tuple[Read, ...]:
    if not read or not all(one.article or one.issues for one in read):
        raise ValueError("a document was neither read nor refused")
    return read


ANSWER: TypeAdapter[tuple[Read, ...]] = TypeAdapter(Annotated[tuple[Read, ...], AfterValidator(_of_a_document)])

Message = TypeVar("Message")

_LENGTH = 8
_LONGEST = 1 << 28


def send(stream: IO[bytes], kind: TypeAdapter[Message], message: Message) -> None:
    """Write one message."""
    data = kind.dump_json(message)
    stream.write(len(data).to_bytes(_LENGTH, "big") + data)
    stream.flush()


def receive(stream: IO[bytes], kind: TypeAdapter[Message]) -> Message:
    """Read one message.

    Raises:
        EOFError: the stream ended.
        ValueError: what came is no such message.
    """
    length = int.from_bytes(_exactly(stream, _LENGTH), "big")
    if length > _LONGEST:
        raise ValueError(f"a message of {length} bytes is none of ours")
    return kind.validate_json(_exactly(stream, length))


def _exactly(stream: IO[bytes], length: int) -> bytes:
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data
