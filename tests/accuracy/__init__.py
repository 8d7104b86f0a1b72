"""How exactly papers are read: specimens of every layout, digital, scanned and photographed, against their truth."""
