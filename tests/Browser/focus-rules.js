// Gives every control the focus and looks whether it takes and shows it. Expects that the keyboard moved the focus last.
() => {
  const breaches = [];
  const named = (element) => `<${element.tagName.toLowerCase()}${element.id ? ` id=${element.id}` : ""} class="${element.className}"> “${(element.textContent || element.name || "").trim().slice(0, 30)}”`;
  const controls = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0'], [role=button]")];
  for (const control of controls) {
    if (control.disabled || !control.checkVisibility({ visibilityProperty: true })) continue;
    if (control.tagName === "SUMMARY" && control.parentElement.tagName !== "DETAILS") continue;
    control.focus();
    if (document.activeElement !== control) {
      breaches.push(`${named(control)} takes no focus`);
      continue;
    }
    // A box drawn around the control, or around what holds it.
    const marked = [control, control.parentElement].some((element) => {
      const style = getComputedStyle(element);
      return (style.outlineStyle === "auto" || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)) && !/, 0\)$|transparent/.test(style.outlineColor);
    });
    if (!marked) breaches.push(`${named(control)} does not show the focus`);
  }
  document.activeElement.blur();
  return [...new Set(breaches)];
}
