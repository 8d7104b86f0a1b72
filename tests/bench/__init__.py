"""What `make bench` measures: ratios and seconds on papers made on the spot, never timed in tests."""
