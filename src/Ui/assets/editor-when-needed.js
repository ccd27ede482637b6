/** Loads the editor only where a text is written; the plain field, in which the same text can be written by signs, stands until then. */
export async function enhanceEditors(part) {
  const places = [...part.querySelectorAll("[data-editor]:not([data-begun])")];
  if (places.length === 0) return;
  // The same part can be handed over again while the editor is still on its way.
  for (const place of places) place.dataset.begun = "";
  const { edit } = await import("./editor/editor.js");
  places.forEach(edit);
}
