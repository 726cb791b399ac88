"""A harness of faults: two real web processes, a crowd over the wire, and a seed that says what goes wrong."""
