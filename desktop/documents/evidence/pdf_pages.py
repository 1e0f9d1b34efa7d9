"""Evidence that is a PDF: its pages, and nothing but its pages, on A4 with selectable text."""

import io
import re
from dataclasses import dataclass
from typing import Final

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from desktop.documents.evidence.frame import place
from desktop.documents.evidence.kinds import EvidenceKind
from desktop.documents.evidence.outcome import (
    PAGE_LIMIT,
    NormalisedEvidence,
    Note,
    NotShownError,
    Outcome,
)
from desktop.documents.evidence.page_writing import Matrix, add_page, packed, saved
from desktop.documents.evidence.pdf_cleaning import clean
from desktop.documents.evidence.pdf_survey import Survey, survey
from desktop.documents.evidence.rendered_pages import rendered_pages

MALFORMED: Final = (
    pikepdf.PdfError,
    pikepdf.PikepdfError,
    ArithmeticError,
    AttributeError,
    IndexError,
    KeyError,
    NotImplementedError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What pikepdf raises where a file is not built as the standard says."""

_CONTENT_LIMIT: Final = 64 * 1024 * 1024
"""Bytes of drawing commands on one page: large plans have some 20 MB."""
_DRAWN_NAME: Final = re.compile(rb"(/[^\s/<>\[\](){}%#]+)\s+Do\b")
"""A picture or form that is drawn; names with escapes are passed over."""
_FARTHEST: Final = 1_000_000
"""Points from the origin beyond which a page's box is taken for nonsense."""


@dataclass(frozen=True)
class _Sheet:
    """The visible part of a source page in its own units, and how it is to be turned."""

    left: float
    bottom: float
    width: float
    height: float
    quarter_turns: int
    """Clockwise, 0 to 3."""
    unit: float
    """Points per unit (/UserUnit)."""


_A4: Final = _Sheet(0, 0, 595.276, 841.89, 0, 1)


def pdf_pages(data: bytes) -> NormalisedEvidence:
    """Lay the pages of a PDF on A4.

    Raises:
        NotShownError: It needs a password, is damaged, has no pages or too many, or is an XFA
            form.
    """
    try:
        with pikepdf.open(io.BytesIO(data)) as source:
            return _normalised(source, data)
    except pikepdf.PasswordError as error:
        raise NotShownError(Outcome.ENCRYPTED) from error
    except MALFORMED as error:
        raise NotShownError(Outcome.DAMAGED) from error


def _normalised(source: Pdf, data: bytes) -> NormalisedEvidence:
    count = len(source.pages)
    if count == 0:
        raise NotShownError(Outcome.NO_PAGES)
    if count > PAGE_LIMIT:
        raise NotShownError(Outcome.TOO_MANY_PAGES)
    facts = survey(source)
    if facts.is_xfa:
        raise NotShownError(Outcome.XFA_FORM)
    is_restricted = source.is_encrypted
    is_rendered = facts.has_hidden_layers or facts.has_unpainted_fields
    pages = rendered_pages(data) if is_rendered else _cleaned_pages(source)
    is_repaired = bool(source.get_warnings())
    if is_repaired and any(_has_lost_something(page) for page in source.pages):
        raise NotShownError(Outcome.DAMAGED)
    notes = _notes(facts, is_repaired=is_repaired, is_restricted=is_restricted)
    outcome = _outcome(notes, is_rendered=is_rendered)
    return NormalisedEvidence(EvidenceKind.PDF, outcome, pages, count, notes)


def _notes(facts: Survey, *, is_repaired: bool, is_restricted: bool) -> tuple[Note, ...]:
    told = (
        (Note.REPAIRED, is_repaired),
        (Note.SCRIPT_REMOVED, facts.has_script),
        (Note.RESTRICTED, is_restricted),
        (Note.FILES_INSIDE_NOT_SHOWN, facts.has_files),
        (Note.SIGNATURE_NOT_KEPT, facts.has_signature),
        (Note.FORM_FLATTENED, facts.has_form),
        (Note.LAYERS_FLATTENED, facts.has_hidden_layers),
    )
    return tuple(note for note, holds in told if holds)


def _outcome(notes: tuple[Note, ...], *, is_rendered: bool) -> Outcome:
    """The fact that a user must hear of first."""
    if Note.RESTRICTED in notes:
        return Outcome.RESTRICTED
    if Note.SCRIPT_REMOVED in notes:
        return Outcome.HAS_SCRIPT_REMOVED
    if Note.REPAIRED in notes:
        return Outcome.REPAIRED
    return Outcome.RASTERISED if is_rendered else Outcome.INLINE


def _cleaned_pages(source: Pdf) -> bytes:
    _paint_annotations(source)
    target = pikepdf.new()
    for page in source.pages:
        _add(target, source, page)
    return saved(target)


def _paint_annotations(source: Pdf) -> None:
    """Make what is seen of annotations and fields part of the pages."""
    form = source.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and "/NeedAppearances" in form:
        # It would have existing drawings ignored; fields without one are rendered instead.
        del form["/NeedAppearances"]
    source.flatten_annotations("screen")


def _add(target: Pdf, source: Pdf, page: pikepdf.Page) -> None:
    sheet = _sheet(page)
    shown = Stream(source, packed(_content(page)))
    shown.Filter = Name.FlateDecode
    shown.Type = Name.XObject
    shown.Subtype = Name.Form
    right, top = sheet.left + sheet.width, sheet.bottom + sheet.height
    shown.BBox = Array([sheet.left, sheet.bottom, right, top])
    resources = _inherited(page, "/Resources")
    shown.Resources = resources if isinstance(resources, Dictionary) else Dictionary()
    group = page.obj.get("/Group")
    if isinstance(group, Dictionary):
        shown.Group = group
    clean(shown)
    copied = target.copy_foreign(shown)
    turned = sheet.quarter_turns % 2 == 1
    width, height = (sheet.height, sheet.width) if turned else (sheet.width, sheet.height)
    placement = place(width, height, sheet.unit)
    matrix = _matrix(sheet, placement.x, placement.y, placement.scale)
    add_page(target, placement, copied, matrix)


def _matrix(sheet: _Sheet, x: float, y: float, scale: float) -> Matrix:
    """Turn the sheet clockwise and bring its lower left corner to (x, y)."""
    left, bottom = sheet.left * scale, sheet.bottom * scale
    right, top = left + sheet.width * scale, bottom + sheet.height * scale
    match sheet.quarter_turns:
        case 1:
            return 0, -scale, scale, 0, x - bottom, y + right
        case 2:
            return -scale, 0, 0, -scale, x + right, y + top
        case 3:
            return 0, scale, -scale, 0, x + top, y - left
        case _:
            return scale, 0, 0, scale, x - left, y - bottom


def _content(page: pikepdf.Page) -> bytes:
    contents = page.obj.get("/Contents")
    streams = list(contents) if isinstance(contents, Array) else [contents]
    parts = []
    size = 0
    for stream in streams:
        if not isinstance(stream, Stream):
            continue
        parts.append(stream.read_bytes())
        size += len(parts[-1])
        if size > _CONTENT_LIMIT:
            raise NotShownError(Outcome.TOO_COMPLEX)
    return b"\n".join(parts)


def _has_lost_something(page: pikepdf.Page) -> bool:
    """Whether a page of a damaged file lacks its commands or a picture that they name.

    Such a page would look as if it were whole and blank.
    """
    content = _content(page)
    drawn = {name.decode("latin-1") for name in _DRAWN_NAME.findall(content)}
    resources = _inherited(page, "/Resources")
    objects = resources.get("/XObject") if isinstance(resources, Dictionary) else None
    known = set(objects.keys()) if isinstance(objects, Dictionary) else set()
    return not content.strip() or not drawn <= known


def _sheet(page: pikepdf.Page) -> _Sheet:
    media = _box(_inherited(page, "/MediaBox"))
    if media is None:
        media = (0.0, 0.0, _A4.width, _A4.height)
    crop = _box(_inherited(page, "/CropBox")) or media
    left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
    right, top = min(media[2], crop[2]), min(media[3], crop[3])
    if right - left < 1 or top - bottom < 1:
        left, bottom, right, top = media
    turns = _number(_inherited(page, "/Rotate")) or 0
    unit = _number(page.obj.get("/UserUnit")) or 1
    return _Sheet(
        left,
        bottom,
        right - left,
        top - bottom,
        int(turns // 90) % 4,
        unit if 0 < unit <= _FARTHEST else 1,
    )


def _box(value: Object | None) -> tuple[float, float, float, float] | None:
    """The corners of a rectangle in order, or None when it is no usable one."""
    if not isinstance(value, Array) or len(value) != 4:  # noqa: PLR2004 - two corners
        return None
    numbers = [_number(part) for part in value]
    x0, y0, x1, y1 = (number if number is not None else float("nan") for number in numbers)
    left, right, bottom, top = min(x0, x1), max(x0, x1), min(y0, y1), max(y0, y1)
    fits = all(abs(number) <= _FARTHEST for number in (left, right, bottom, top))
    return (left, bottom, right, top) if fits and right - left >= 1 <= top - bottom else None


def _number(value: object) -> float | None:
    try:
        return float(value) if value is not None else None  # type: ignore[arg-type] # any object
    except (TypeError, ValueError, OverflowError):
        return None


def _inherited(page: pikepdf.Page, key: str) -> Object | None:
    """A page's attribute, its own or that of a node above it; loops end the search."""
    node: Object | None = page.obj
    for _ in range(64):
        if not isinstance(node, Dictionary):
            return None
        value = node.get(key)
        if value is not None:
            return value
        node = node.get("/Parent")
    return None
