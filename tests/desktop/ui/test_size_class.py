import pytest

from desktop.ui.size_class import SizeClass, WidthClass, size_class


@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1920, 1080), SizeClass(WidthClass.WIDE, compact=False)),
        ((1440, 900), SizeClass(WidthClass.NORMAL, compact=False)),
        ((1366, 688), SizeClass(WidthClass.NORMAL, compact=True)),
        ((1120, 800), SizeClass(WidthClass.MEDIUM, compact=False)),
        ((960, 540), SizeClass(WidthClass.NARROW, compact=True)),
    ],
)
def test_the_form_follows_the_window(size: tuple[int, int], expected: SizeClass) -> None:
    assert size_class(*size) == expected
