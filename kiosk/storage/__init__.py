"""Documents in, verified files on a drive out."""
