// Marks links that leave the site: an icon (by CSS), a new tab, and a word for it on hover.
// The class no-link-icon, or target="_self", opts a link out.

import { onPage, settings } from "./settings.js";

function leavesTheSite(link) {
  return /^https?:$/.test(link.protocol) && link.host !== location.host;
}

onPage(() => {
  for (const link of document.querySelectorAll("article a[href]")) {
    if (!leavesTheSite(link) || link.target === "_self" || link.matches(".no-link-icon")) continue;
    link.dataset.external = link.querySelector("img, svg") ? "picture" : "text";
    if (link.textContent.trim() === link.getAttribute("href")) link.dataset.address = "shown";
    link.target = "_blank";
    link.relList.add("noopener");
    link.title ||= settings.externalLink;
  }
});
