"""What every connector that speaks HTTP shares: calls, mapped fields, times to read from."""
