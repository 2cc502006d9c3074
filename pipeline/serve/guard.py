"""Who may speak to the page: only a browser on this machine that was given its address.

The address holds a random word. A page of another site does not know it; and if it learnt it, the browser says with
each request to which host it believes to speak (a name that was turned to this machine is refused: DNS rebinding) and
from which site it comes (Fetch Standard, 3.2, the header `Origin`; Fetch Metadata Request Headers, 2.4,
`Sec-Fetch-Site`).
"""

import hmac
import secrets
from dataclasses import dataclass, field
from email.message import Message

HOST = "127.0.0.1"
NAMES = (HOST, "localhost")
OWN = ("same-origin", "none")
"""From where a request may come, as browsers say it: from the page itself, or from the user."""
HEADERS = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""What every answer says: it is kept nowhere, told to nobody, and shown in no other page."""
MADE_PAGE = "sandbox allow-scripts allow-downloads allow-modals"
"""The policy of the pages that hold texts of documents: whatever stands in them, they are of no site, and so cannot
speak to this one.
"""


@dataclass(frozen=True, slots=True)
class Guard:
    """Knows the word of the address and the port."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{HOST}:{self.port}/{self.token}/"

    def rest(self, path: str) -> str | None:
        """What stands behind the word of the address in the path of a request; None if the word is not there."""
        _, _, behind = path.partition("/")
        token, slash, rest = behind.partition("/")
        return rest if slash and hmac.compare_digest(token.encode(), self.token.encode()) else None

    def is_own(self, headers: "Message[str, str]", changes: bool) -> bool:
        """Whether a request comes from the page itself; one that changes something must say so."""
        host = headers.get("Host", "")
        if host not in {f"{name}:{self.port}" for name in NAMES}:
            return False
        origin = headers.get("Origin")
        if origin is None and changes:
            return False
        return origin in (None, f"http://{host}") and headers.get("Sec-Fetch-Site", "none") in OWN
