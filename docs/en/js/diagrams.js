// Draws mermaid diagrams with the vendored copy, which is loaded when a page has a diagram.
//
// Material looks for a global `mermaid` before it fetches one from a public host. So there is one,
// which loads the real module at its first drawing.

import { absolute, settings } from "./settings.js";

let configuration = {};
let loading;

function load() {
  loading ??= import(absolute(settings.mermaid)).then(({ default: mermaid }) => {
    mermaid.initialize(configuration);
    return mermaid;
  });
  return loading;
}

if (settings.mermaid) {
  window.mermaid = {
    initialize(wanted) {
      configuration = wanted;
    },
    async render(id, text) {
      return (await load()).render(id, text);
    },
  };
}
