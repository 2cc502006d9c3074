"""What something costs in lines of code that run: unlike time, the same on every machine and in every run."""

import sys
from collections.abc import Callable


def lines_run(act: Callable[[], object], *folders: str) -> int:
    """How many lines of the modules below `folders` (parts of paths, such as `pipeline/extract`) run in `act`."""
    count = 0

    def trace(frame, event, _):
        nonlocal count
        count += event == "line"
        path = frame.f_code.co_filename.replace("\\", "/")
        return trace if any(folder in path for folder in folders) else None

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        act()
    finally:
        sys.settrace(before)
    return count
