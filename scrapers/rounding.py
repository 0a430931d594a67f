"""When two sums are the same one: equal, or one of them rounded as releases round. Pure."""


def is_rounding(one: dict[str, int], other: dict[str, int]) -> bool:
    """Whether two sums by currency (minor units) are equal, or one is the other cut to two or three digits."""
    if one.keys() != other.keys():
        return False
    return all(_rounds(one[currency], other[currency]) for currency in one)


def _rounds(one: int, other: int) -> bool:
    if one == other:
        return True
    rounded, exact = (one, other) if len(str(one).rstrip("0")) < len(str(other).rstrip("0")) else (other, one)
    digits = len(str(rounded).rstrip("0"))
    return digits <= 4 and len(str(rounded)) == len(str(exact)) and _cut(exact, digits, rounded)


def _cut(exact: int, digits: int, rounded: int) -> bool:
    unit = int(10 ** (len(str(exact)) - digits))
    return abs(exact - rounded) < unit
