"""How do bytes of the web become records of a WARC file, and the other way round?"""
