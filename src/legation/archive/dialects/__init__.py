"""How does each kind of archive print what it holds? Text in, holdings out; nothing here opens a socket."""
