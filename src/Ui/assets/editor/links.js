/**
 * True for an address that a reader may be sent to: the web, mail, or a place of this site. The server has the same rule
 * (src/Content/Blocks/Links.cs) and drops every other link when the text is saved.
 * @param {string} address
 */
export function isSafe(address) {
  const clean = (address ?? "").trim();
  if (clean === "" || clean.length > 2000 || clean.includes("\\")) return false;
  if (clean.startsWith("/")) return !clean.startsWith("//");
  try {
    return ["http:", "https:", "mailto:"].includes(new URL(clean).protocol);
  } catch {
    return false;
  }
}
