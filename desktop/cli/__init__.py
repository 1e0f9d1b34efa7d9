"""The command line: arguments in, services, text or JSON out."""
