"""The drawn figures of the drafts, as PNG bytes."""
