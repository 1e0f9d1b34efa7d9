"""总览: both scores, the sections, the half-years, what is left to do."""
