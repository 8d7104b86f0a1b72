"""What people and other programs read of a run: findings, facts, manifest, and the page for the agency."""
