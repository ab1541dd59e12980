"""The Team page: who has what, what is disputed, handing over."""
