"""秘评: an offline assistant for a trade-secret office's self-assessment and submission package."""
