"""The tables of fields and screens, a file for each part of the way. A new field or screen is a row here."""
