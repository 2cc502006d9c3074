"""What the page can be at: waiting for documents, running, or how a run ended."""

WAITING, RUNNING = "waiting", "running"
DONE, NOTHING, NO_ROOM, FAILED = "done", "nothing", "no_room", "failed"
