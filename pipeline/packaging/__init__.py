"""The dossier and its package: contents, stamps, outline, sizes — and the proof, which shares no code with them."""
