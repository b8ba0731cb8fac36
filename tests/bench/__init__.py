"""Benchmarks: how good and how fast, measured on sets of instances. Not run by the tests."""
