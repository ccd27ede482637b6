/** Loads the code for proofs of work only where a form asks for one; the ticket inside works until then. */
export async function enhanceProofs(part) {
  const fields = part.querySelectorAll("[data-proof]:not([data-watched])");
  if (fields.length === 0) return;
  const { watch } = await import("./proofs.js");
  // The same part can be handed over again while the code is on its way.
  for (const field of fields) if (!("watched" in field.dataset)) watch(field);
}
