"""Real processes of one installation: web processes, a media worker, PostgreSQL and Redis, to kill and start again."""
