"""What does a case answer? Rows of what a build worked out, with the places they stand in."""
