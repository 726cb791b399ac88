"""What passes between browsers and a workshop while it runs."""
