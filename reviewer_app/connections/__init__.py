"""What a profile is connected to: the sources it is fed from, and the sinks its labels go to."""
