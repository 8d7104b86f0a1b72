"""Kinds of papers: how each is recognised, what is read in it, and how pages become documents.

A kind is a declaration (`declaration.DocumentType`) in its own module; `registry.kinds()` lists them all. Everything
here is pure: page records in, document records out.
"""
