"""What is true for the case: people and premises joined, the tree of holders, the ledger of facts."""

from pipeline.facts.ledger import Authority, applicant_name, equity, weigh

__all__ = ["Authority", "applicant_name", "equity", "weigh"]
