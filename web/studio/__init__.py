"""The organizers' side over HTTP: processes and phases, workshops, branding."""
