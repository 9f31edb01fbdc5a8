"""The screens, in the order of a reporter's first hour: each asks the pipeline and names the template that shows it."""
