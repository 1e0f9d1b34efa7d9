"""What a PDF carries besides its pages: scripts, files, forms, layers, signatures."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

ACTIVE_ACTIONS: Final = frozenset(
    {
        Name.JavaScript,
        Name.Launch,
        Name.SubmitForm,
        Name.ImportData,
        Name.Rendition,
        Name.RichMediaExecute,
        Name.Movie,
        Name.Sound,
    }
)
"""Actions that run, start, send or play something; links to places are not among them."""

_WALLS: Final = frozenset({Name.Page, Name.Pages, Name.Catalog})
_UPWARD: Final = frozenset({"/Parent", "/P", "/Pg", "/StructTreeRoot", "/Dest", "/D"})
_HIDDEN_FLAGS: Final = 0x01 | 0x02 | 0x20
"""Invisible, Hidden and NoView (ISO 32000-1, table 165)."""


@dataclass(frozen=True)
class Survey:
    """The facts that decide how a PDF is shown and what is told about it."""

    has_script: bool
    has_files: bool
    has_form: bool
    has_signature: bool
    is_xfa: bool
    has_hidden_layers: bool
    has_unpainted_fields: bool
    """Form fields with a value but no drawing of it: viewers make one up."""


def survey(document: Pdf) -> Survey:
    """Look at the places from which a PDF can act; pages' contents are not read."""
    root = document.Root
    annotations = [item for page in document.pages for item in _items(page.obj.get("/Annots"))]
    extras = [page.obj.get("/AA") for page in document.pages]
    names = root.get("/Names")
    acting = [root.get("/OpenAction"), root.get("/AA"), names, *extras, *annotations]
    form = root.get("/AcroForm")
    reached = list(_walk([*acting, form]))
    fields = [item for item in reached if item.get("/FT") is not None]
    return Survey(
        has_script=any(_is_active(item) for item in reached),
        has_files=any(_holds_file(item) for item in reached) or "/AF" in root,
        has_form=bool(fields),
        has_signature=any(item.get("/FT") == Name.Sig and "/V" in item for item in fields),
        is_xfa=isinstance(form, Dictionary) and "/XFA" in form,
        has_hidden_layers=_has_hidden_layers(root.get("/OCProperties")),
        has_unpainted_fields=any(_is_unpainted(item) for item in annotations),
    )


def _items(value: Object | None) -> Iterator[Object]:
    if isinstance(value, Array):
        yield from value


def _walk(roots: Iterable[Object | None]) -> Iterator[Dictionary | Stream]:
    """Every dictionary below the roots, each once, never crossing into pages."""
    pending: list[Object | None] = list(roots)
    seen: set[tuple[int, int]] = set()
    while pending:
        item = pending.pop()
        if not isinstance(item, (Array, Dictionary, Stream)):
            continue
        if item.is_indirect:
            if item.objgen in seen:
                continue
            seen.add(item.objgen)
        if isinstance(item, Array):
            pending.extend(item)
        elif item.get("/Type") not in _WALLS:
            yield item
            pending.extend(value for key, value in item.items() if key not in _UPWARD)


def _is_active(item: Dictionary | Stream) -> bool:
    return "/JS" in item or item.get("/S") in ACTIVE_ACTIONS


def _holds_file(item: Dictionary | Stream) -> bool:
    return "/EF" in item or item.get("/Type") == Name.EmbeddedFile


def _has_hidden_layers(properties: Object | None) -> bool:
    if not isinstance(properties, Dictionary):
        return False
    default = properties.get("/D")
    if not isinstance(default, Dictionary):
        return False
    hidden = default.get("/OFF")
    starts_hidden = default.get("/BaseState") == Name.OFF
    return starts_hidden or (isinstance(hidden, Array) and len(hidden) > 0)


def _is_unpainted(annotation: Object) -> bool:
    if not isinstance(annotation, Dictionary) or annotation.get("/Subtype") != Name.Widget:
        return False
    flags = annotation.get("/F", 0)
    is_hidden = isinstance(flags, int) and bool(flags & _HIDDEN_FLAGS)
    is_painted = isinstance(annotation.get("/AP"), Dictionary)
    return not is_hidden and not is_painted and _value(annotation) not in {None, ""}


def _value(field: Dictionary) -> str | None:
    """The value of a text or choice field, its own or that of the field above it."""
    current: Object | None = field
    for _ in range(16):
        if not isinstance(current, Dictionary):
            return None
        value = current.get("/V")
        if value is not None:
            return str(value) if current.get("/FT") != Name.Sig else None
        current = current.get("/Parent")
    return None
