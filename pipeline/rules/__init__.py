"""The checks: one module a topic, each rule a pure function over the case."""
