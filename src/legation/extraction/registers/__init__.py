"""What does a register say, of whom, and where? Files of entities, of statements, and tables; of any size.

Files are read in pieces and several times over, never whole. Only entries that may be somebody of the case are kept.
What can't be read is told with its line, and the rest is kept.
"""

from legation.extraction.registers.forms import HEAD, Form, form_of, names_itself
from legation.extraction.registers.lines import Damage
from legation.extraction.registers.reading import scan
from legation.extraction.registers.report import report_of
from legation.extraction.registers.scanned import Scan

RULES_VERSION = "registers-2"
"""Version of the rules by which registers are read."""

__all__ = ["HEAD", "Damage", "Form", "Scan", "form_of", "names_itself", "report_of", "scan"]
