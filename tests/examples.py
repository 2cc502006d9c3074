"""How many examples a test of laws tries, and where they come from.

The same ones are tried wherever the tests run, so that a change that breaks nothing fails nowhere. New ones are looked
for on purpose, a hundred times as many: `python -m pytest tests/values/test_laws.py --hypothesis-profile=search`.
"""

from hypothesis import HealthCheck, settings

# A busy machine is no failure, so there is no deadline for a single example, nor for making one.
ANY_MACHINE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

settings.register_profile("same", derandomize=True, database=None, max_examples=100, **ANY_MACHINE)
settings.register_profile("search", print_blob=True, max_examples=10_000, **ANY_MACHINE)


def examples(number: int) -> settings:
    """So many examples; in a search, a hundred times as many."""
    return settings(max_examples=number * settings.default.max_examples // 100)
