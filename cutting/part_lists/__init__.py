"""Lists of parts from outside: CSV, TSV and XLSX by many programs become cut jobs. docs/part_lists.md tells how."""

from cutting.part_lists.part_list import ListedBoard, PartList, PartRow
from cutting.part_lists.protocol import Column
from cutting.part_lists.read import Asked, read_part_list

__all__ = ["Asked", "Column", "ListedBoard", "PartList", "PartRow", "read_part_list"]
