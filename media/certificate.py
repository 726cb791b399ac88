"""The certificate a process shows in DTLS. Nobody signs it: its fingerprint travels in the offers and answers."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from aiortc import RTCCertificate

RENEW_BEFORE = timedelta(days=15)
"""aiortc makes certificates that hold for 30 days, longer than any workshop's connection."""


class Certificates:
    """One certificate for all connections, replaced long before it expires. A connection keeps what it began with."""

    def __init__(self) -> None:
        self._current = RTCCertificate.generateCertificate()

    def current(self) -> RTCCertificate:
        if self._current.expires - datetime.now(UTC) < RENEW_BEFORE:
            self._current = RTCCertificate.generateCertificate()
        return self._current


def fingerprint(certificate: RTCCertificate) -> str:
    """The SHA-256 one, as `a=fingerprint` writes it after the algorithm (RFC 8122 section 5)."""
    return next(each.value for each in certificate.getFingerprints() if each.algorithm == "sha-256")
