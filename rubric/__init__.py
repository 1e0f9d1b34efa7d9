"""What the official checklist says: data, schema, loader and checks; nothing about any company."""
