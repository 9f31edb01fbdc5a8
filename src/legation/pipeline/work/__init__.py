"""What is done to bytes and words before a case has them? What child processes take over, and what it is given."""
