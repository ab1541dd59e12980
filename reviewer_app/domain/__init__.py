"""Records and rules that hold everywhere: values in, values out. Imports nothing of ours."""
