"""社会保险 papers: one reader, one layout file a form. A new form is a new YAML file beside the others."""

from pipeline.documents.social_insurance.declaration import SOCIAL_INSURANCE, declarations

__all__ = ["SOCIAL_INSURANCE", "declarations"]
