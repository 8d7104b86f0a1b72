"""What the program writes: facts, answers and law into Word templates, with tables and figures, and into PDF.

The work is done by `pipeline.drafts.render`; it is imported where it is needed, so that start-up stays short.
"""

VARIABLES = (
    *("access", "answers", "authority", "company", "contact", "contacts", "coverage", "dates", "draft"),
    *("emergency_people", "figures", "forecast", "law", "law_basis", "legal_representative"),
    *("liaison", "licence", "office", "people", "people_count", "reports", "rooms", "rooms_text"),
    *("security_lead", "security_roles", "service_phone", "shareholders"),
)
"""All names that a template may use; the profile's loader checks templates against them."""
OFFICIAL = "official"
"""The folder beside the licences' under templates/ in which an agency keeps the portal's own templates."""
