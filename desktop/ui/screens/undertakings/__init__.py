"""承诺书: gate questions, the paper as it will be printed, and what comes after the print."""
