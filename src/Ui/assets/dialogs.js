/**
 * A confirmation is a <details> that holds a form. With scripts the form is asked for in a modal dialog
 * instead, so that the keyboard stays in it and Escape leaves everything as it was.
 */
export function enhanceConfirmations(part) {
  for (const details of part.querySelectorAll("details.confirm:not([data-modal])")) {
    // Sent back with a complaint: the form stays open in its place, next to what it is about.
    if (details.open) continue;
    // In the version for the elderly nothing floats: the form unfolds where it belongs.
    if (document.documentElement.dataset.size === "elder") continue;
    details.dataset.modal = "";
    const dialog = document.createElement("dialog");
    dialog.className = "confirm-dialog";
    const panel = details.querySelector(".confirm-panel");
    const summary = details.querySelector("summary");
    dialog.setAttribute("aria-labelledby", panel.querySelector(".confirm-title").id);
    details.after(dialog);

    summary.addEventListener("click", (event) => {
      event.preventDefault();
      dialog.append(panel);
      dialog.showModal();
    });
    panel.querySelector("[data-close]").addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      details.append(panel);
      summary.focus();
    });
  }
}
