"""What must hold between the files of an edition; one kind of check per module."""
