"""A test over many small cases as one test: each case is tried, and all that fail are named at once.

A vocabulary has thousands of cases, and most take less time than pytest takes to collect and report a test.
"""

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def every(names: str, cases: Iterable[Any], named: Callable[..., str] = lambda *case: " ".join(map(str, case))):
    """Decorate a test so that it tries each case, with its values under `names` (`"rule"`, or `"rule, text"`).

    `named` gives a case its name, from the same values. The test may ask for fixtures too. It fails with the name of
    each case that raises, and what it raised. To have no cases is an AssertionError where the test is defined.
    """
    parameters = names.split(", ")
    tried = [case if len(parameters) > 1 else (case,) for case in cases]
    assert tried, f"no {names} to try"

    def decorate(test: Test) -> Test:
        @wraps(test)
        def whole(**fixtures: Any) -> None:
            failed = list(failures(test, parameters, tried, named, fixtures))
            if failed:
                message = f"{len(failed)} of {len(tried)} cases failed"
                pytest.fail("\n\n".join([message, *failed]), pytrace=False)

        whole.__signature__ = without(inspect.signature(test), parameters)
        whole.cases = len(tried)
        return whole

    return decorate


def failures(
    test: Test, parameters: Sequence[str], cases: Iterable[Any], named: Callable[..., str], fixtures: Mapping[str, Any]
) -> Iterator[str]:
    """The name of each case that fails, and below it what it raised."""
    for case in cases:
        try:
            test(**dict(zip(parameters, case, strict=True)), **fixtures)
        except Exception as error:
            yield f"{named(*case)}\n{type(error).__name__}: {error}"


def without(signature: inspect.Signature, parameters: Sequence[str]) -> inspect.Signature:
    """What pytest must fill in: the fixtures."""
    return signature.replace(parameters=[one for name, one in signature.parameters.items() if name not in parameters])
