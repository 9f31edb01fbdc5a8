"""How is a request made that harms nobody? The one place from which sockets are opened.

`guard` says which addresses may be asked, `pace` how soon, `codings` undoes what a server packed, `web` asks.
"""
