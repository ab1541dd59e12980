"""The settings about the team: joining it, working away from it, who belongs to it, leaving it."""
