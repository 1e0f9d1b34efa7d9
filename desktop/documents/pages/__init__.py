"""The pages of the package that we typeset ourselves, one module each."""
