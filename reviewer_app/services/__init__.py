"""What a person would call an activity: pulling, reviewing, exporting. Told, never configured."""
