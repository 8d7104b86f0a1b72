"""The generated part of docs/: kinds, facts, exit codes, commands, settings, each from where the program states it."""
