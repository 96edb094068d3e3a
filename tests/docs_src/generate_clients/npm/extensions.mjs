// Lets Node.js find the files of imports without an extension, as the bundler of a front end does.
import { existsSync } from "node:fs";
import { registerHooks } from "node:module";
import { fileURLToPath } from "node:url";

registerHooks({
  resolve(name, context, next) {
    for (const end of name.startsWith(".") ? [".ts", "/index.ts"] : []) {
      const url = new URL(name + end, context.parentURL);
      if (existsSync(fileURLToPath(url))) return next(url.href, context);
    }
    return next(name, context);
  },
});
