// Draws mermaid diagrams with the vendored copy, which is loaded when a page has a diagram.
//
// Material looks for a global `mermaid` before it fetches one from a public host. So there is one,
// which loads the real module at its first drawing.

import { absolute, settings } from "./settings.js";

// Where the diagrams of today have other names than Material's style sheet for them expects.
const STYLE = `
  .actor-line { stroke: var(--md-mermaid-sequence-actor-line-color) }
  [id$=arrowhead] path { fill: var(--md-mermaid-sequence-message-line-color); stroke: none }
  .sectionTitle, .sectionTitle > tspan { fill: var(--md-mermaid-sequence-loop-fg-color); stroke: none }
  .edgeLabel p, .edgeLabel, .labelBkg { background-color: var(--md-default-bg-color) }
`;

// Narrower than this, the words of a wide diagram can't be read any more: it scrolls instead.
const READABLE = "30rem";

let configuration = {};
let loading;

function load() {
  loading ??= import(absolute(settings.mermaid)).then(({ default: mermaid }) => {
    mermaid.initialize(configuration);
    return mermaid;
  });
  return loading;
}

// A diagram is drawn at most in its own width, which mermaid writes into its style.
function readable(svg) {
  return svg.replace(/max-width: ([\d.]+px);/, `$& min-width: min($1, ${READABLE});`);
}

if (settings.mermaid) {
  window.mermaid = {
    initialize(wanted) {
      configuration = { ...wanted, themeCSS: wanted.themeCSS + STYLE };
    },
    async render(id, text) {
      const drawn = await (await load()).render(id, text);
      return { ...drawn, svg: readable(drawn.svg) };
    },
  };
}
