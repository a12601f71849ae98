"""The best runs of kitchen units along a wall, every one of them told at once: of lines, and of legs beside others."""
