import { isSafe } from "./links.js";

const ACTS = {
  bold: (chain) => chain.toggleBold(),
  superscript: (chain) => chain.toggleSuperscript(),
  subscript: (chain) => chain.toggleSubscript(),
  bullets: (chain) => chain.toggleBulletList(),
  numbers: (chain) => chain.toggleOrderedList(),
  centre: (chain, editor) => side(chain, editor, "centre"),
  end: (chain, editor) => side(chain, editor, "end"),
  table: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
  "row-before": (chain) => chain.addRowBefore(),
  "row-after": (chain) => chain.addRowAfter(),
  "column-before": (chain) => chain.addColumnBefore(),
  "column-after": (chain) => chain.addColumnAfter(),
  "row-delete": (chain) => chain.deleteRow(),
  "column-delete": (chain) => chain.deleteColumn(),
  merge: (chain) => chain.mergeCells(),
  split: (chain) => chain.splitCell(),
  heads: (chain) => chain.toggleHeaderRow(),
  "table-delete": (chain) => chain.deleteTable(),
  undo: (chain) => chain.undo(),
  redo: (chain) => chain.redo(),
};

const PRESSED = {
  bold: ["bold"],
  superscript: ["superscript"],
  subscript: ["subscript"],
  bullets: ["bulletList"],
  numbers: ["orderedList"],
  centre: [{ side: "centre" }],
  end: [{ side: "end" }],
  link: ["link"],
};

/**
 * Ties the buttons of a toolbar to an editor. The words on them are the page's; here stands only what they do.
 * @param {HTMLElement} place Holds the toolbar, and the dialogs that ask for an address or for what a picture shows.
 * @param {import("@tiptap/core").Editor} editor
 */
export function connect(place, editor) {
  const style = place.querySelector("[data-style]");
  style.addEventListener("change", () => {
    const chain = editor.chain().focus();
    (style.value === "0" ? chain.setParagraph() : chain.setHeading({ level: Number(style.value) })).run();
  });
  // The cursor stays in the text while a button is pressed: what is typed next goes there at once.
  place.querySelector("[role=toolbar]").addEventListener("mousedown", (event) => { if (event.target.closest("button")) event.preventDefault(); });
  for (const one of place.querySelectorAll("[data-act]")) {
    const act = ACTS[one.dataset.act];
    if (act) one.addEventListener("click", () => act(editor.chain().focus(), editor).run());
  }
  const link = ask(place, "link");
  link.button.addEventListener("click", () => link.open({ href: editor.getAttributes("link").href ?? "" }));
  link.done(({ href }) => {
    if (href && !isSafe(href)) return false;
    const chain = editor.chain().focus().extendMarkRange("link");
    (href ? chain.setLink({ href }) : chain.unsetLink()).run();
    return true;
  });
  const picture = ask(place, "picture");
  picture.button.addEventListener("click", () => picture.open(editor.getAttributes("picture")));
  picture.done((said) => {
    editor.chain().focus().updateAttributes("picture", said).run();
    return true;
  });

  const button = (name) => place.querySelector(`[data-act=${name}]`);
  const show = () => {
    const heading = editor.isActive("heading") ? editor.getAttributes("heading").level : 0;
    style.value = String(heading);
    const isInTable = editor.isActive("table");
    const isInList = editor.isActive("listItem");
    style.disabled = isInTable;
    for (const name of ["bold", "superscript", "subscript", "link", "bullets", "numbers", "table"]) button(name).disabled = isInTable;
    for (const name of ["centre", "end"]) button(name).disabled = isInTable || isInList;
    for (const [name, what] of Object.entries(PRESSED)) button(name).setAttribute("aria-pressed", String(editor.isActive(...what)));
    button("undo").disabled = !editor.can().undo();
    button("redo").disabled = !editor.can().redo();
    place.querySelector("[data-in=table]").hidden = !isInTable;
    picture.button.hidden = !editor.isActive("picture");
  };
  editor.on("transaction", show);
  show();
}

function side(chain, editor, where) {
  const isThere = editor.isActive({ side: where });
  return chain.setParagraph().updateAttributes("paragraph", { side: isThere ? null : where });
}

/** A dialog of the page with named fields, and the button that opens it. It stays open, with its complaint, where what was typed cannot be taken. */
function ask(place, name) {
  const dialog = place.querySelector(`dialog[data-ask=${name}]`);
  const fields = [...dialog.querySelectorAll("[data-field]")];
  const take = dialog.querySelector("[data-take]");
  const error = dialog.querySelector("[data-error]");
  dialog.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  // Enter in a field would send the form of the page.
  dialog.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target.tagName === "BUTTON") return;
    event.preventDefault();
    take.click();
  });
  return {
    button: place.querySelector(`[data-act=${name}]`),
    open(values) {
      for (const field of fields) field.value = values[field.dataset.field] ?? "";
      if (error) error.hidden = true;
      dialog.showModal();
    },
    done(then) {
      take.addEventListener("click", () => {
        const isTaken = then(Object.fromEntries(fields.map((field) => [field.dataset.field, field.value.trim()])));
        if (isTaken) dialog.close();
        else error.hidden = false;
      });
    },
  };
}
