"""变更记录: who changed what, and when."""
