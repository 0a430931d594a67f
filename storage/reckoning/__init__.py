"""Sums by the rules, the exact way and the quick one, and the rates for them."""
