// What the theme tells the scripts, and when they are to look at a page.

const element = document.getElementById("docsite-settings");

/** The settings of overrides/main.html; empty where a page has none. */
export const settings = element ? JSON.parse(element.textContent) : {};

// Material navigates without loading the page anew, so an address relative to the first page must
// be made absolute while we are on it.
const start = document.baseURI;

/** The absolute form of an address that the theme wrote relative to the first page. */
export function absolute(address) {
  return new URL(address, start).href;
}

/** Call `visit` now, and again after each page that Material loads in place. */
export function onPage(visit) {
  if (window.document$) {
    window.document$.subscribe(() => visit());
  } else if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", () => visit());
  } else {
    visit();
  }
}
