"""What did people decide and enter? Judgements, checks, notes, questions and their answers, each with its author."""
