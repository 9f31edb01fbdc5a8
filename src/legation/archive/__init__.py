"""How do bytes come from web archives, and where do they stay?

`dialects` reads what archives say they hold, `network` asks them, `client` tells their answers apart, `warc` reads and
writes the files of crawlers, `vault` keeps bytes by their SHA-256.
"""
