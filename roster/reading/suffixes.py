"""How the names of the files end that people give us."""

YAML_SUFFIXES = (".yaml", ".yml")
WORKBOOK_SUFFIX = ".xlsx"
TEXT_SUFFIX = ".csv"
