"""Where does a reporter check, judge and read a case? In a browser, on her own machine.

The workbench asks the pipeline and shows its answers; it draws no conclusion of its own. It listens on loopback only.
"""
