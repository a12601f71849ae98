"""PTX pattern exchange files: the table of their records, reading, and what a plan looks like in patterns."""
