"""Which lists were written before the reader was run on them? All of them, printed and pictured."""

from __future__ import annotations

from tests.golden.blind.abroad import ABROAD
from tests.golden.blind.chanceries import CHANCERIES
from tests.golden.blind.couples import COUPLES
from tests.golden.blind.folders import FOLDERS
from tests.golden.blind.halls import HALLS
from tests.golden.blind.last import LAST, LAST_SCANS
from tests.golden.blind.later import LATER, LATER_SCANS
from tests.golden.blind.ministries import MINISTRIES
from tests.golden.blind.papers import PAPERS, SCANS
from tests.golden.blind.portals import PORTALS
from tests.golden.blind.protocols import PROTOCOLS
from tests.golden.blind.registers import REGISTERS, REGISTERS_SCANS
from tests.golden.blind.sheets import SHEETS
from tests.golden.blind.sites import SITES

PRINTED = [
    *(make() for make in (*SITES, *PAPERS, *LATER, *LAST, *PORTALS, *MINISTRIES, *COUPLES, *ABROAD, *SHEETS)),
    *(make() for make in (*CHANCERIES, *REGISTERS, *PROTOCOLS, *FOLDERS, *HALLS)),
]
PICTURED = [make() for make in (*SCANS, *LATER_SCANS, *LAST_SCANS, *REGISTERS_SCANS)]
