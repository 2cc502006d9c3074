"""What a page shows, one object after the other, and where each stands on it (ISO 32000-1, 8)."""

from collections.abc import Iterator

from pipeline.extract.formats.pdf.pdfium import Handle, api

Matrix = tuple[float, float, float, float, float, float]
Placed = tuple[Handle, Matrix]
"""An object of a page, with the matrix that puts it there."""
UPRIGHT: Matrix = (1, 0, 0, 1, 0, 0)
_DEEPEST = 12


def objects(page: Handle) -> Iterator[Placed]:
    """The objects of a page and of the forms that it shows (8.10)."""
    yield from _objects(page, api.FPDFPage_CountObjects, api.FPDFPage_GetObject, UPRIGHT, 0)


def _objects(holder: Handle, count: Handle, get: Handle, matrix: Matrix, depth: int) -> Iterator[Placed]:
    for number in range(count(holder)):
        shown = get(holder, number)
        if not shown:
            continue
        if api.FPDFPageObj_GetType(shown) != api.FPDF_PAGEOBJ_FORM:
            yield shown, matrix
        elif depth < _DEEPEST:
            inner = product(matrix_of(shown), matrix)
            yield from _objects(shown, api.FPDFFormObj_CountObjects, api.FPDFFormObj_GetObject, inner, depth + 1)


def matrix_of(shown: Handle) -> Matrix:
    """The matrix that puts what an object is made of where the object stands."""
    matrix = api.FS_MATRIX()
    api.FPDFPageObj_GetMatrix(shown, matrix)
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def moved(point: tuple[float, float], by: Matrix) -> tuple[float, float]:
    """Where a matrix puts a point."""
    x, y = point
    return by[0] * x + by[2] * y + by[4], by[1] * x + by[3] * y + by[5]


def product(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does the first, then the other (ISO 32000-1, 8.3.4)."""
    a, b = moved((first[0], first[1]), (*then[:4], 0, 0)), moved((first[2], first[3]), (*then[:4], 0, 0))
    return (*a, *b, *moved((first[4], first[5]), then))
