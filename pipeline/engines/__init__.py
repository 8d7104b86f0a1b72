"""Whatever opens untrusted files or runs native code: each library's exceptions end here."""
