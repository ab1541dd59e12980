"""How everything looks: colours, fonts, icons and the one style sheet."""
