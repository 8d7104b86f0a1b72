"""After the licence: what comes when, for one client and over all of them."""
