// The language menu keeps the page and the place on it.

import { onPage } from "./settings.js";

function entries() {
  return document.querySelectorAll("a[data-language]");
}

// The header is not replaced when Material loads a page in place: lead its entries to the new page.
onPage(() => {
  const told = document.querySelector("[data-docsite-languages]");
  if (!told) return;
  const links = JSON.parse(told.dataset.docsiteLanguages);
  for (const entry of entries()) {
    const link = links[entry.dataset.language];
    if (!link) continue;
    const [url, translated] = link;
    entry.href = new URL(url, location.href).href;
    entry.toggleAttribute("data-untranslated", !translated);
  }
});

// Headings have the same ids in all languages. At the time of the click, so that the address is
// that of the heading on the screen; and before Material, which knows the pages of one language.
document.addEventListener(
  "click",
  (event) => {
    const entry = event.target instanceof Element && event.target.closest("a[data-language]");
    if (!entry) return;
    const url = new URL(entry.href);
    url.hash = location.hash;
    entry.href = url.href;
    event.stopPropagation();
  },
  true,
);

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.activeElement?.closest(".md-select");
  if (menu) document.activeElement.blur();
});
