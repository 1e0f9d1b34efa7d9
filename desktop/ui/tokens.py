"""Colours, type sizes and measures: the only place that holds figures of the look."""

from dataclasses import dataclass
from enum import StrEnum


class Token(StrEnum):
    """Names of colours by their use; the values are the field names of `ColourTable`."""

    APP = "app"
    SURFACE = "surface"
    SUNKEN = "sunken"
    RAISED = "raised"
    RAIL = "rail"
    RAIL_TEXT = "rail_text"
    BORDER = "border"
    BORDER_STRONG = "border_strong"
    TEXT = "text"
    TEXT2 = "text2"
    TEXT3 = "text3"
    DISABLED = "disabled"
    PRI = "pri"
    PRI_ON = "pri_on"
    PRI_HOVER = "pri_hover"
    PRI_PRESS = "pri_press"
    LINK = "link"
    OK = "ok"
    PRI_TINT = "pri_tint"
    PRI_SOFT = "pri_soft"
    SEL = "sel"
    ROW_HOVER = "row_hover"
    TRACK = "track"
    SEAL = "seal"
    SEAL_FILL = "seal_fill"
    SEAL_TINT = "seal_tint"
    SEAL_LINE = "seal_line"
    WARN = "warn"
    WARN_TINT = "warn_tint"
    WARN_LINE = "warn_line"
    INFO = "info"
    INFO_TINT = "info_tint"
    INFO_LINE = "info_line"
    FOCUS = "focus"
    SCRIM = "scrim"
    TIP = "tip"
    TIP_ON = "tip_on"
    TIP_LINK = "tip_link"
    PAPER = "paper"
    PAPER_INK = "paper_ink"


@dataclass(frozen=True)
class ColourTable:
    """One theme's colours as "#RRGGBB"; `scrim_alpha` is the share of 255 that covers the window.

    `tip_on` and `tip_link` are text and action on `tip`; `pri` fills carry `pri_on`.
    """

    app: str
    surface: str
    sunken: str
    raised: str
    rail: str
    rail_text: str
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    disabled: str
    pri: str
    pri_on: str
    pri_hover: str
    pri_press: str
    link: str
    ok: str
    pri_tint: str
    pri_soft: str
    sel: str
    row_hover: str
    track: str
    seal: str
    seal_fill: str
    seal_tint: str
    seal_line: str
    warn: str
    warn_tint: str
    warn_line: str
    info: str
    info_tint: str
    info_line: str
    focus: str
    scrim: str
    tip: str
    tip_on: str
    tip_link: str
    paper: str
    paper_ink: str
    scrim_alpha: int

    def of(self, token: Token) -> str:
        """The colour of one token as "#RRGGBB"."""
        return str(getattr(self, token.value))


LIGHT = ColourTable(
    app="#F2F4F1",
    surface="#FFFFFF",
    sunken="#F7F8F6",
    raised="#FFFFFF",
    rail="#22302F",
    rail_text="#C6D1CE",
    border="#DCE1DD",
    border_strong="#7C8783",
    text="#1B2526",
    text2="#475657",
    text3="#566363",
    disabled="#9BA5A2",
    pri="#1F6B63",
    pri_on="#FFFFFF",
    pri_hover="#195A53",
    pri_press="#124841",
    link="#1F6B63",
    ok="#1F6B63",
    pri_tint="#E8F1EE",
    pri_soft="#8DBDB3",
    sel="#DCEBE6",
    row_hover="#F1F6F4",
    track="#E6EAE7",
    seal="#B23528",
    seal_fill="#B23528",
    seal_tint="#FBEDEA",
    seal_line="#E3B2AB",
    warn="#835500",
    warn_tint="#FAF2DF",
    warn_line="#E2CD9B",
    info="#27598A",
    info_tint="#EAF1F8",
    info_line="#B9CFE4",
    focus="#0B5CAD",
    scrim="#1B2526",
    tip="#22302F",
    tip_on="#FFFFFF",
    tip_link="#8DBDB3",
    paper="#FFFFFF",
    paper_ink="#1B1B1B",
    scrim_alpha=77,
)

DARK = ColourTable(
    app="#141A1B",
    surface="#1C2425",
    sunken="#181F20",
    raised="#243031",
    rail="#0E1415",
    rail_text="#AAB8B5",
    border="#2F3C3D",
    border_strong="#6D7E7B",
    text="#E7EDEB",
    text2="#B6C2BF",
    text3="#9CAAA7",
    disabled="#5C6A69",
    pri="#2A7A70",
    pri_on="#FFFFFF",
    pri_hover="#2E8075",
    pri_press="#236A61",
    link="#7FCABB",
    ok="#7FCABB",
    pri_tint="#1D3532",
    pri_soft="#3F7F76",
    sel="#22403C",
    row_hover="#222D2D",
    track="#2B3738",
    seal="#F08C7E",
    seal_fill="#BC4638",
    seal_tint="#3A2421",
    seal_line="#7A423A",
    warn="#E3B65F",
    warn_tint="#342B18",
    warn_line="#6B5729",
    info="#93BEE6",
    info_tint="#1C2C3B",
    info_line="#3A5875",
    focus="#8CC4FF",
    scrim="#000000",
    tip="#E7EDEB",
    tip_on="#1B2526",
    tip_link="#1F6B63",
    paper="#E9E9E4",
    paper_ink="#1B1B1B",
    scrim_alpha=153,
)


@dataclass(frozen=True)
class TypeStyle:
    """One size of type: pixels at 100 %, regular or bold, nothing between."""

    size: int
    bold: bool = False


@dataclass(frozen=True)
class TypeScale:
    """All sizes of type in the window; 12 px is the lower limit."""

    ring: TypeStyle = TypeStyle(42, bold=True)
    figure: TypeStyle = TypeStyle(28, bold=True)
    criterion_points: TypeStyle = TypeStyle(24, bold=True)
    title: TypeStyle = TypeStyle(20, bold=True)
    official: TypeStyle = TypeStyle(17, bold=True)
    heading: TypeStyle = TypeStyle(15, bold=True)
    body: TypeStyle = TypeStyle(14)
    compact: TypeStyle = TypeStyle(13)
    caption: TypeStyle = TypeStyle(12)


@dataclass(frozen=True)
class Measures:
    """Lengths in logical pixels at 字号 标准; everything grows with the scale factor."""

    space_4: int = 4
    space_8: int = 8
    space_12: int = 12
    space_16: int = 16
    space_20: int = 20
    space_24: int = 24
    radius_badge: int = 3
    radius_control: int = 4
    radius_card: int = 6
    radius_dialog: int = 8
    line: int = 1
    focus_width: int = 2
    focus_offset: int = 1
    control: int = 32
    control_compact: int = 28
    password: int = 36
    row: int = 36
    row_compact: int = 32
    row_thumbnail: int = 54
    tree_row: int = 30
    tree_row_compact: int = 28
    card_header: int = 44
    table_header: int = 32
    top_bar: int = 52
    status_bar: int = 28
    rail: int = 76
    rail_narrow: int = 56
    rail_entry: int = 60
    icon: int = 20
    icon_small: int = 16
    icon_large: int = 32
    badge: int = 20
    target: int = 28
    progress: int = 8
    ring: int = 160
    ring_width: int = 17
    bar: int = 12
    dialog_width: int = 460


TYPE = TypeScale()
MEASURES = Measures()

_LUMINANCE_SHARES = (0.2126, 0.7152, 0.0722)


def contrast(first: str, second: str) -> float:
    """The WCAG 2.1 contrast of two "#RRGGBB" colours, from 1.0 to 21.0."""
    bright, dim = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    linear = (_linear(channel) for channel in channels)
    return sum(share * value for share, value in zip(_LUMINANCE_SHARES, linear, strict=True))


def _linear(channel: float) -> float:
    """Undo the sRGB curve, with the threshold that WCAG 2.1 names."""
    low_end = 0.03928
    return channel / 12.92 if channel <= low_end else ((channel + 0.055) / 1.055) ** 2.4
