"""From answers to points, with a reason for every one."""
