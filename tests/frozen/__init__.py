"""Archives as each schema wrote them."""
