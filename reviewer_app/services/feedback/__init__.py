"""Labels on their way back: planned when a decision stands, pushed at least once, told of."""
