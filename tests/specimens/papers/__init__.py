"""One module a kind of paper; every function draws from the invented world and tells the truth of what it printed."""
