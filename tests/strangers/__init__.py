"""Other people's files, ordinary and hostile, carried all the way: through ingest into a dossier, and looked at there."""
