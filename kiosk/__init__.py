"""An offline resume builder for library computers."""
