"""Serving those in the same hall: the address they reach, and a certificate made here, without which a phone's
browser gives no page a microphone."""

from __future__ import annotations

import ipaddress
import os
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

VALID = timedelta(days=397)
"""The longest that all browsers take."""
RENEWED_BEFORE = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Certificate:
    """`path` holds it with its key; `fingerprint` is its SHA-256 as browsers show it."""

    address: str
    path: Path
    fingerprint: str


def certificate_for(address: str, folder: Path, now: datetime) -> Certificate:
    """Kept by address: in a hall where one was before, phones have accepted it already."""
    path = folder / f"lan-{address.replace(':', '-')}.pem"
    if not is_good(path, now):
        write_privately(path, made(address, now))
    return Certificate(address, path, fingerprint(x509.load_pem_x509_certificate(path.read_bytes())))


def is_good(path: Path, now: datetime) -> bool:
    try:
        kept = x509.load_pem_x509_certificate(path.read_bytes())
    except (FileNotFoundError, ValueError):
        return False
    return now + RENEWED_BEFORE < kept.not_valid_after_utc


def made(address: str, now: datetime) -> bytes:
    """Key and certificate in PEM: for this machine only, and not to sign others with (RFC 5280)."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, f"Palabre {address}")])
    names = [
        x509.IPAddress(ipaddress.ip_address(address)),
        x509.DNSName("localhost"),
        x509.IPAddress(ipaddress.ip_address("127.0.0.1")),
    ]
    identifier = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + VALID)
        .add_extension(x509.SubjectAlternativeName(list(dict.fromkeys(names))), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
        .add_extension(identifier, critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_subject_key_identifier(identifier), critical=False)
        .sign(key, hashes.SHA256())
    )
    plain = serialization.NoEncryption()
    pem = serialization.Encoding.PEM
    return key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + certificate.public_bytes(pem)


def write_privately(path: Path, body: bytes) -> None:
    """Whole or not at all, and for nobody else to read."""
    fresh = path.with_suffix(".new")
    fresh.unlink(missing_ok=True)
    with open(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(body)
    fresh.replace(path)


def fingerprint(certificate: x509.Certificate) -> str:
    return certificate.fingerprint(hashes.SHA256()).hex(":").upper()


def advice(certificate: Certificate) -> str:
    """What to tell people who come by this address."""
    return f"""\
Phones and computers in the same network come in by this address. Its certificate was made on this machine, so each
browser warns once, before the first page:
  Chrome, Edge    Advanced, then "Continue to {certificate.address}"
  Safari          Show Details, then "visit this website"
  Firefox         Advanced, then "Accept the Risk and Continue"
To be sure that it is this machine, compare the certificate's SHA-256 fingerprint there:
  {certificate.fingerprint}"""
