"""From postings and tellings to findings: do the numbers add up, who is still listed, what does a case know."""
