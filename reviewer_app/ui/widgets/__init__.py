"""The few controls that the whole window is made of. They know themes, not pages."""
