"""The parts around the pages: rail, top bar, status bar, messages, keys."""
