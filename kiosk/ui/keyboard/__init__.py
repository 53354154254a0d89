"""Our own keys on the screen, for people who touch it. They are loaded when they are first asked for."""
