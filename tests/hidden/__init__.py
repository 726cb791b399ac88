"""Nothing hidden reaches whom it is not for: on sockets, over HTTP, in files, in the database and in the log."""
