/**
 * `node --require ./typescript.cjs <file>.ts` runs TypeScript, without looking at types: `npm run typecheck` does.
 *
 * What sucrase makes of a file has the same lines as the file, so that stack traces are right without source maps,
 * and is kept in node_modules/.cache by the hash of the source: only what was edited costs. (tsx takes 0.3 s at each
 * start, because it also reads what is JavaScript already; see docs/benchmarks.md.)
 */
const crypto = require("node:crypto");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");

// Node 22 keeps what V8 compiled, of packages too.
Module.enableCompileCache?.();

try {
  require.resolve("cdktf/package.json");
} catch {
  process.stderr.write("The packages of this project are not installed: run `npm ci`, then the same command again.\n");
  process.exit(1);
}

// CDKTF calls it for every output, and Node 24 warns of it.
require("node:util").isArray = Array.isArray;

const cache = path.join(__dirname, "node_modules", ".cache", "typescript");

// Loaded when first used: AWS's clients after the command line was read, a resource's module if there is such a resource.
const lazy = /= (require\('(?:@aws-sdk|@cdktf\/provider-aws|croner)\b[^']*'\));/g;
const later = '= new Proxy({}, { get: (_, name) => name === "__esModule" || $1[name] });';

// One call where Node has it, from 20.12 on: half of the time.
const hash = crypto.hash ?? ((algorithm, text) => crypto.createHash(algorithm).update(text).digest("hex"));

// Enough to reach the user's file at the bottom, which is what a finding names.
Error.stackTraceLimit = 100;
process.on("uncaughtException", (thrown) => {
  process.exit(
    require("./stacks/synthesis/uncaught.ts").reportUncaught(thrown, process.env.CDKTF_OUTDIR ?? "cdktf.out"),
  );
});

require.extensions[".ts"] = (module, filename) => {
  module._compile(compiled(fs.readFileSync(filename, "utf8"), filename), filename);
};

// Before anything loads CDKTF.
require("./stacks/synthesis/faster-cdktf.ts").skipArchiver();

function compiled(source, filePath) {
  const kept = path.join(cache, `${hash("sha1", `${lazy}${later}${source}`)}.js`);
  try {
    return fs.readFileSync(kept, "utf8");
  } catch {
    // Not there yet.
  }
  const { transform } = require("sucrase");
  const options = { transforms: ["imports", "typescript"], disableESTransforms: true, filePath };
  const code = transform(source, options).code.replaceAll(lazy, later);
  try {
    // Renamed into place: another start may read it at this moment.
    const fresh = `${kept}.${process.pid}`;
    fs.mkdirSync(cache, { recursive: true });
    fs.writeFileSync(fresh, code);
    fs.renameSync(fresh, kept);
  } catch {
    // A folder that cannot be written costs time at the next start, and nothing else.
  }
  return code;
}
