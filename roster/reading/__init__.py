"""Reads what people write: a turnusgrunnlag in YAML or Excel, a saved version, lists from other programs.

What cannot be read is told as every fault at once, with its place and the way out. A saved version is read without what
reads a turnusgrunnlag, which is slow to load, so this package hands nothing on: import from the file that has it.
"""
