"""What runs in environments of peers; nothing here is imported."""
