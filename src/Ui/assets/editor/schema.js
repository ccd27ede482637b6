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
import { UndoRedo } from "@tiptap/extensions";

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

/** A list has items of one line each, and none inside another. */
const LineItem = ListItem.extend({ content: "paragraph" });

/** A picture with what it shows and what stands under it. Its file lies on the server already. */
const Picture = Node.create({
  name: "picture",
  group: "block",
  atom: true,
  draggable: true,
  addAttributes: () => Object.fromEntries(["src", "alt", "caption"].map((name) => [name, { default: "", rendered: false }])),
  parseHTML: () => [{ tag: "figure", getAttrs: picture }, { tag: "img[src]", getAttrs: picture }],
  renderHTML: ({ node: { attrs } }) => ["figure", {}, ["img", { src: attrs.src, alt: attrs.alt }], ...(attrs.caption ? [["figcaption", {}, attrs.caption]] : [])],
});

function picture(element) {
  const image = element.matches("img") ? element : element.querySelector("img");
  const src = image?.getAttribute("src") ?? "";
  if (!/^\/console\/documents\/[^/]+\/pictures\/[0-9a-f]{64}$/.test(src)) return false;
  return { src, alt: image.getAttribute("alt") ?? "", caption: element.querySelector("figcaption")?.textContent ?? "" };
}

export const schema = [
  Document,
  Text,
  SidedParagraph,
  Heading.configure({ levels: [2, 3, 4, 5] }),
  Bold,
  Superscript.extend({ excludes: "subscript" }),
  Subscript.extend({ excludes: "superscript" }),
  Link.configure({ openOnClick: false, autolink: false, linkOnPaste: false, HTMLAttributes: { rel: null, target: null, class: null } }),
  BulletList,
  OrderedList,
  LineItem,
  PlainTable,
  TableRow,
  TableCell.extend({ content: "cellLine+" }),
  TableHeader.extend({ content: "cellLine+" }),
  CellLine,
  Picture,
  UndoRedo,
];
