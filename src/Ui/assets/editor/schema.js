import { Node } from "@tiptap/core";
import { Bold } from "@tiptap/extension-bold";
import { Document } from "@tiptap/extension-document";
import { Heading } from "@tiptap/extension-heading";
import { Link } from "@tiptap/extension-link";
import { BulletList, ListItem, OrderedList } from "@tiptap/extension-list";
import { Paragraph } from "@tiptap/extension-paragraph";
import { Subscript } from "@tiptap/extension-subscript";
import { Superscript } from "@tiptap/extension-superscript";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { Text } from "@tiptap/extension-text";
import { Gapcursor, UndoRedo } from "@tiptap/extensions";
import { isSafe } from "./links.js";

// What can stand in a text is what the server keeps (src/Content/Blocks), so that nothing is lost between the two.

/** Signatures and days stand at the end of the line, titles of parts in the middle. */
const SidedParagraph = Paragraph.extend({
  addAttributes: () => ({
    side: {
      default: null,
      parseHTML: (element) => ["end", "centre"].find((side) => element.classList.contains(side)) ?? null,
      renderHTML: ({ side }) => (side ? { class: side } : {}),
    },
  }),
});

/** A line in a cell: words without a style, as a cell holds them. */
const CellLine = Node.create({
  name: "cellLine",
  content: "text*",
  marks: "",
  parseHTML: () => [{ tag: "p", context: "tableCell/|tableHeader/", priority: 60 }],
  renderHTML: () => ["p", 0],
});

/** No widths: the page decides them, and nothing of ours carries a style attribute. */
const PlainTable = Table.extend({ renderHTML: () => ["table", ["tbody", 0]] }).configure({ View: null });

/** A list has none inside another: Enter begins the next item, and Tab leaves the text as everywhere. */
const LineItem = ListItem.extend({
  content: "paragraph+",
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem(this.name) };
  },
});

/** A picture with what it shows and what stands under it. Its file lies on the server already, with this document. */
const pictureOf = (folder) => Node.create({
  name: "picture",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => Object.fromEntries(["src", "alt", "caption"].map((name) => [name, { default: "", rendered: false }])),
  parseHTML: () => ["figure", "img[src]"].map((tag) => ({ tag, getAttrs: (element) => picture(element, folder) })),
  renderHTML: ({ node: { attrs } }) => ["figure", {}, ["img", { src: attrs.src, alt: attrs.alt }], ...(attrs.caption ? [["figcaption", {}, attrs.caption]] : [])],
});

function picture(element, folder) {
  const image = element.matches("img") ? element : element.querySelector("img");
  const src = image?.getAttribute("src") ?? "";
  if (!src.startsWith(folder)) return false;
  return { src, alt: image.getAttribute("alt") ?? "", caption: element.querySelector("figcaption")?.textContent ?? "" };
}

/** @param {string} pictures Where the pictures of the document lie. */
export const schemaFor = (pictures) => [
  Document,
  Text,
  SidedParagraph,
  Heading.configure({ levels: [2, 3, 4, 5] }),
  Bold,
  Superscript.extend({ excludes: "subscript" }),
  Subscript.extend({ excludes: "superscript" }),
  Link.configure({ openOnClick: false, autolink: false, linkOnPaste: false, isAllowedUri: (address) => isSafe(address), HTMLAttributes: { rel: null, target: null, class: null } }),
  BulletList,
  OrderedList,
  LineItem,
  PlainTable,
  TableRow,
  TableCell.extend({ content: "cellLine+" }),
  TableHeader.extend({ content: "cellLine+" }),
  CellLine,
  pictureOf(pictures),
  UndoRedo,
  Gapcursor,
];
