"""Evidence files as bad as they come, made on the spot; nothing in them is real."""

import io
import struct
import zlib
from collections.abc import Callable
from functools import cache

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

A4 = (595.276, 841.89)
SCRIPT = "app.alert('示例')"


@cache
def a_pdf(pages: int = 1, size: tuple[float, float] = A4, text: str = "made-up page") -> bytes:
    """Pages with a frame, a text in the middle and a filled square in the upper left corner."""
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size, invariant=1)
    width, height = size
    side = min(size) / 8
    for number in range(pages):
        canvas.rect(2, 2, width - 4, height - 4)
        canvas.rect(0, height - side, side, side, fill=1)
        canvas.drawString(width / 4, height / 2, f"{text} {number + 1}")
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


def changed(
    pdf: bytes, change: Callable[[Pdf], None], encryption: pikepdf.Encryption | None = None
) -> bytes:
    """The same PDF after something was done to it."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf)) as document:
        change(document)
        document.save(stream, encryption=encryption)
    return stream.getvalue()


def unchanged(_document: Pdf) -> None:
    """Nothing done to it."""


def with_scripts() -> bytes:
    """JavaScript and Launch wherever a viewer would run it, and an embedded program."""

    def change(document: Pdf) -> None:
        action = Dictionary(S=Name.JavaScript, JS=String(SCRIPT))
        launch = Dictionary(S=Name.Launch, F=String("cmd.exe"), Next=action)
        document.attachments["示例.exe"] = b"MZ made-up program"
        document.Root.OpenAction = action
        document.Root.AA = Dictionary(WC=launch)
        document.Root.Names.JavaScript = Dictionary(Names=Array([String("x"), action]))
        page = document.pages[0].obj
        page.AA = Dictionary(O=launch)
        page.PieceInfo = Dictionary(X=Dictionary(Private=String("made-up secret")))
        page.Thumb = Stream(document, b"made-up thumbnail")
        link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[0, 0, 99, 99], A=launch)
        page.Annots = Array([document.make_indirect(link)])

    return changed(a_pdf(), change)


def with_metadata() -> bytes:
    """A picture with a camera's notes inside, and metadata of page and document."""

    def change(document: Pdf) -> None:
        page = document.pages[0].obj
        picture = Stream(document, a_jpeg(exif=located_exif()))
        picture.Type, picture.Subtype = Name.XObject, Name.Image
        picture.Width, picture.Height, picture.BitsPerComponent = 1600, 1000, 8
        picture.ColorSpace, picture.Filter = Name.DeviceRGB, Name.DCTDecode
        picture.Metadata = Stream(document, b"<x>made-up secret</x>")
        page.Resources.XObject = Dictionary(A=picture)
        page.Contents = Stream(document, b"q 300 0 0 200 100 300 cm /A Do Q")
        page.Metadata = Stream(document, b"<x>made-up secret</x>")
        document.docinfo["/Author"] = "made-up secret"

    return changed(a_pdf(), change)


def with_field(*, painted: bool) -> bytes:
    """A form with one filled field, with or without a drawing of what was filled in."""

    def change(document: Pdf) -> None:
        font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
        field = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T=String("name"),
            V=String("FILLED"),
            DA=String("/Helv 12 Tf 0 g"),
            Rect=Array([100, 600, 300, 630]),
            F=4,
        )
        if painted:
            drawing = Stream(document, b"BT /Helv 12 Tf 5 8 Td (FILLED) Tj ET")
            drawing.Type, drawing.Subtype = Name.XObject, Name.Form
            drawing.BBox = Array([0, 0, 200, 30])
            drawing.Resources = Dictionary(Font=Dictionary(Helv=font))
            field.AP = Dictionary(N=drawing)
        field = document.make_indirect(field)
        document.pages[0].obj.Annots = Array([field])
        document.Root.AcroForm = Dictionary(
            Fields=Array([field]),
            DR=Dictionary(Font=Dictionary(Helv=font)),
            DA=String("/Helv 12 Tf 0 g"),
            NeedAppearances=True,
        )

    return changed(a_pdf(), change)


def with_hidden_layer() -> bytes:
    """A layer that is switched off: copying its page would bring it to light."""

    def change(document: Pdf) -> None:
        layer = document.make_indirect(Dictionary(Type=Name.OCG, Name=String("draft")))
        document.Root.OCProperties = Dictionary(
            OCGs=Array([layer]), D=Dictionary(OFF=Array([layer]), Order=Array([layer]))
        )
        page = document.pages[0].obj
        page.Resources.Properties = Dictionary(Draft=layer)
        hidden = b"/OC /Draft BDC 0 0 0 rg 0 0 595 842 re f EMC"
        page.Contents = Stream(document, hidden + b" BT /F1 20 Tf 100 400 Td (SHOWN) Tj ET")

    return changed(a_pdf(), change)


def with_xfa() -> bytes:
    def change(document: Pdf) -> None:
        document.Root.AcroForm = Dictionary(Fields=Array([]), XFA=Stream(document, b"<xdp/>"))
        document.Root.NeedsRendering = True

    return changed(a_pdf(), change)


def with_page_loop() -> bytes:
    """A page tree that contains itself."""
    intact = changed(a_pdf(), lambda document: document.remove_unreferenced_resources())
    with pikepdf.open(io.BytesIO(intact)) as document:
        stream = io.BytesIO()
        document.save(stream, qdf=True)
    kids = stream.getvalue()
    with pikepdf.open(io.BytesIO(kids)) as document:
        number = document.Root.Pages.objgen[0]
    start = kids.index(b"/Kids [") + len(b"/Kids [")
    return kids[:start] + b" %d 0 R " % number + kids[start:]


def with_content_bomb(size: int = 80 * 1024 * 1024) -> bytes:
    """Drawing commands that unpack to more than any page has."""

    def change(document: Pdf) -> None:
        packed = zlib.compress(b"0 0 m 9 9 l S\n" * (size // 14), 9)
        document.pages[0].obj.Contents = Stream(document, packed)
        document.pages[0].obj.Contents.Filter = Name.FlateDecode

    return changed(a_pdf(), change)


def locked(*, user: str, owner: str = "made-up owner") -> bytes:
    permissions = pikepdf.Permissions(extract=False, print_highres=False)
    encryption = pikepdf.Encryption(user=user, owner=owner, allow=permissions)
    return changed(a_pdf(2), unchanged, encryption)


def a_picture(mode: str = "RGB", size: tuple[int, int] = (1600, 1000)) -> Image.Image:
    """White with a black square in the upper left corner and a red disc in the middle."""
    picture = Image.new("RGB", size, "white")
    side = min(size) // 4
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 0, side, side), fill="black")
    x, y = size[0] // 2, size[1] // 2
    draw.ellipse((x - side, y - side, x + side, y + side), fill="red")
    return picture.convert(mode)


def encoded(picture: Image.Image, form: str, **options: object) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, form, **options)
    return stream.getvalue()


def a_jpeg(mode: str = "RGB", size: tuple[int, int] = (1600, 1000), **options: object) -> bytes:
    return encoded(a_picture(mode, size), "JPEG", **options)


def located_exif(orientation: int = 1) -> Image.Exif:
    """What a telephone writes: the maker, the place, and which way it was held."""
    exif = Image.Exif()
    exif[0x010F] = "MADE-UP-MAKER"
    exif[0x0112] = orientation
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", (29.0, 33.0, 0.0)
    return exif


def a_giant_png(side: int = 20_000) -> bytes:
    """A black and white picture that is a few kilobytes long and 400 million pixels large."""
    row = bytes(1 + side // 8)
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(row * 1000) for _ in range(side // 1000)) + packer.flush()
    header = struct.pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
