"""Two folders change places in one step, where the system can do it: nobody ever finds neither of them."""

import ctypes
import errno
import os
from functools import cache
from pathlib import Path
from typing import Any

AT_FDCWD, RENAME_EXCHANGE = -100, 2
"""The values of Linux: renameat2(2), and linux/fs.h."""
CANNOT = {errno.ENOSYS, errno.EINVAL}
"""What it fails with on a system or a file system that has no such call."""


def exchanged(first: Path, second: Path) -> bool:
    """Whether the two have changed places; False where the system cannot, and both are then as they were.

    Raises OSError for another reason, such as a want of permission.
    """
    call = _renameat2()
    if call is None:
        return False
    if not call(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE):
        return True
    code = ctypes.get_errno()
    if code in CANNOT:
        return False
    raise OSError(code, os.strerror(code), str(second))


@cache
def _renameat2() -> Any:
    """The function of the C library; None where it has none."""
    if os.name == "nt":
        return None
    found = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if found is not None:
        found.argtypes = ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint
    return found
