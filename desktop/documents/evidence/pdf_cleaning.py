"""Cleaning what a page draws with: fonts, pictures and patterns stay, all else is cut off."""

from collections.abc import Iterator
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Stream

_CUT_KEYS: Final = frozenset(
    {
        "/A",
        "/AA",
        "/AF",
        "/Alternates",
        "/Annots",
        "/JS",
        "/LastModified",
        "/Measure",
        "/Metadata",
        "/OC",
        "/OPI",
        "/Parent",
        "/PieceInfo",
        "/PtData",
        "/Ref",
        "/StructParent",
        "/StructParents",
        "/Thumb",
        "/URI",
    }
)
"""Keys that no drawing needs and that can lead out of the page or tell about its maker."""

_EXTERNAL_KEYS: Final = ("/F", "/FFilter", "/FDecodeParms")
"""Of a stream: its data lies in another file."""

_CUT_TYPES: Final = frozenset(
    {
        Name.Action,
        Name.Annot,
        Name.Catalog,
        Name.EmbeddedFile,
        Name.Filespec,
        Name.Metadata,
        Name.OCG,
        Name.OCMD,
        Name.Page,
        Name.Pages,
        Name.Sig,
        Name.StructElem,
        Name.StructTreeRoot,
    }
)

_FREE_NAME_KEYS: Final = frozenset(
    {
        "/CharProcs",
        "/Colorants",
        "/ColorSpace",
        "/ExtGState",
        "/Font",
        "/Pattern",
        "/Properties",
        "/Shading",
    }
    | {"/XObject"}
)
"""Dictionaries whose keys are names given by the page: `/A` may well be a font there."""

_JPEG_START: Final = b"\xff\xd8"
_JPEG_MARK: Final = 0xFF
_JPEG_SCAN: Final = 0xDA
_JPEG_TELLING: Final = frozenset({0xE1, *range(0xE3, 0xEE), 0xEF, 0xFE})
"""Segments with EXIF, XMP, notes of the maker or comments; 0xE0, 0xE2, 0xEE steer colours."""


def clean(root: Object) -> None:
    """Cut, in place, everything below an object that is not needed for drawing."""
    pending: list[tuple[Object, bool]] = [(root, False)]
    seen: set[tuple[int, int]] = set()
    while pending:
        item, has_free_names = pending.pop()
        if item.is_indirect:
            if item.objgen in seen:
                continue
            seen.add(item.objgen)
        if isinstance(item, Array):
            pending.extend((part, False) for part in _cleaned_array(item))
        elif isinstance(item, (Dictionary, Stream)):
            pending.extend(_cleaned_dictionary(item, has_free_names=has_free_names))


def _cleaned_array(items: Array) -> Iterator[Object]:
    for index, part in enumerate(items):
        if _is_cut(part):
            # An empty dictionary keeps the places of the others.
            items[index] = Dictionary()
        elif isinstance(part, (Array, Dictionary, Stream)):
            yield part


def _cleaned_dictionary(
    item: Dictionary | Stream, *, has_free_names: bool
) -> Iterator[tuple[Object, bool]]:
    if isinstance(item, Stream):
        _clean_stream(item)
    for key in list(item.keys()):
        value = item.get(key)
        if (not has_free_names and key in _CUT_KEYS) or _is_cut(value):
            del item[key]
        elif isinstance(value, (Array, Dictionary, Stream)):
            yield value, not has_free_names and key in _FREE_NAME_KEYS


def _is_cut(value: Object | None) -> bool:
    if not isinstance(value, (Dictionary, Stream)):
        return False
    is_postscript = value.get("/Type") == Name.XObject and value.get("/Subtype") == Name.PS
    return is_postscript or value.get("/Type") in _CUT_TYPES or "/JS" in value


def _clean_stream(stream: Stream) -> None:
    for key in _EXTERNAL_KEYS:
        if key in stream:
            del stream[key]
    filters = stream.get("/Filter")
    if isinstance(filters, Array) and len(filters) == 1:
        filters = filters[0]
    if filters == Name.DCTDecode:
        raw = stream.read_raw_bytes()
        bare = without_jpeg_metadata(raw)
        if len(bare) != len(raw):
            parameters = stream.get("/DecodeParms")
            stream.write(bare, filter=Name.DCTDecode)
            if parameters is not None:
                stream.DecodeParms = parameters


def without_jpeg_metadata(data: bytes) -> bytes:
    """Leave out the segments of a JPEG that tell where and with what it was taken.

    What does not look like a JPEG to its end is given back as it is from there on.
    """
    if not data.startswith(_JPEG_START):
        return data
    kept = [_JPEG_START]
    position = 2
    while position + 4 <= len(data) and data[position] == _JPEG_MARK:
        marker = data[position + 1]
        if marker == _JPEG_SCAN:
            break
        length = 2 + int.from_bytes(data[position + 2 : position + 4], "big")
        if marker not in _JPEG_TELLING:
            kept.append(data[position : position + length])
        position += length
    return b"".join((*kept, data[position:]))
