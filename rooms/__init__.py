"""What a workshop is made of: entities, the commands that change them, and who may see what."""
