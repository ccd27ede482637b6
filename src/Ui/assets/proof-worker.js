// ALTCHA's own search, in a thread of its own, so that the page stays at hand while it runs.
import "altcha/workers/pbkdf2";
