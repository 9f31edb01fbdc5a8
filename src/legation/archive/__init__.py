"""Where do bytes from outside stay, and how do we show later that they are the same? `vault` keeps them."""
