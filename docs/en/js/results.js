// Search results in English, on the site of another language, say so: they are read aloud as such.
// That is whole pages, and sections of translated ones, whose titles are marked in the index.
// Their direction follows from the text itself, see docs/en/css/direction.css.

import { absolute } from "./settings.js";

const page = document.documentElement;
const results = document.querySelector("[data-md-component='search-result']");

// The sitemap of a language has the pages that are in it, and Material has loaded it already. One
// that is about another place than this, as that of a copy of the site, tells nothing.
async function pagesOfTheLanguage() {
  const config = JSON.parse(document.getElementById("__config").textContent);
  const home = new URL(absolute(`${config.base}/`));
  const response = await fetch(new URL("sitemap.xml", home));
  const sitemap = new DOMParser().parseFromString(await response.text(), "text/xml");
  const urls = [...sitemap.querySelectorAll("loc")].map((loc) => new URL(loc.textContent));
  const paths = urls.map((url) => url.pathname);
  const isKnown = response.ok && paths.every((path) => path.startsWith(home.pathname));
  return isKnown ? new Set(paths) : undefined;
}

let pages;

async function mark() {
  pages ??= pagesOfTheLanguage().catch(() => undefined);
  const known = await pages;
  for (const article of results.querySelectorAll("a > article:not([lang])")) {
    const isTranslated = !known || known.has(new URL(article.parentElement.href).pathname);
    if (isTranslated && !article.querySelector("[lang='en']")) continue;
    article.lang = "en";
    const missing = article.querySelector(".md-search-result__terms");
    if (missing) missing.lang = page.lang;
  }
}

// Material gives its dialog no name.
const query = document.querySelector("[data-md-component='search-query']");
query?.closest("[role='dialog']").setAttribute("aria-label", query.placeholder);

if (results && page.lang !== "en") {
  new MutationObserver(mark).observe(results, { childList: true, subtree: true });
}
