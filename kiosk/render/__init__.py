"""Resume and template in, documents out."""
