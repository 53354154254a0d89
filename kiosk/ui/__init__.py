"""What a person sees: Qt, and only Qt."""
