"""社会保险 papers: one reader, one layout file a form. A new form is a new YAML file beside the others."""

from pipeline.documents.social_insurance.declaration import KIND, declarations

__all__ = ["KIND", "declarations"]
