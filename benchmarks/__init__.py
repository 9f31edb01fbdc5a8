"""How fast is it, beside the bare libraries in the same run? `python -m benchmarks` measures and prints the ratios."""
