"""Pages, settings and the command line; the only place where concrete parts meet."""
