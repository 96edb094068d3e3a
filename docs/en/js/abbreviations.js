// Tells what abbreviations mean to those who have no mouse: the theme shows the tooltip of a word
// that has the focus, so each can be touched, the Tab key stops at the first of each, and the
// Escape key hides it.

import { onPage } from "./settings.js";

onPage(() => {
  const known = new Set();
  for (const word of document.querySelectorAll("article abbr[title]")) {
    if (word.closest("a, button, summary")) continue; // the Tab key stops there already
    word.ariaDescription = word.title; // the theme takes the title away to show it
    word.tabIndex = known.has(word.title) ? -1 : 0;
    known.add(word.title);
  }
});

document.addEventListener("keydown", ({ key }) => {
  if (key === "Escape") document.activeElement?.closest("abbr")?.blur();
});
