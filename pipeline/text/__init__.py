"""Pure functions on the strings, numbers and days that papers print; total: no string makes them raise."""
