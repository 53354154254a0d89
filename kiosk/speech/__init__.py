"""Reading aloud: what a voice is, and the one that this platform has."""
