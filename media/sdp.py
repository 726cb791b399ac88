"""Session descriptions: what a connection needs of reading and of writing them."""

from media.answer import Receiving, Sending, write_answer
from media.offer import BadOffer, Line, Offer, read_offer

__all__ = ["BadOffer", "Line", "Offer", "Receiving", "Sending", "read_offer", "write_answer"]
