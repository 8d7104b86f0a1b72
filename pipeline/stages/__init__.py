"""The five stages: records in, a record out; none imports another."""
