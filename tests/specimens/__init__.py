"""Makes visibly fictitious client folders: every kind of paper, digital, scanned and photographed."""
