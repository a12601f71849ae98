"""The best kitchens in one line, found exactly."""
