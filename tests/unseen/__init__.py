"""Papers in layouts that no parser was written for: drawn first, with their truth, and read afterwards."""
