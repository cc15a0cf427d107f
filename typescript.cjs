/**
 * `node --require ./typescript.cjs <file>.ts` runs TypeScript without checking types; `npm run typecheck` checks them.
 *
 * sucrase's output has the same lines as the source file, so stack traces are correct without source maps. It is cached
 * in node_modules/.cache by the hash of the source, so only edited files have to be compiled again. (tsx adds 0.3 s to
 * every start, because it also reads files that are already JavaScript; see docs/benchmarks.md.)
 */
const crypto = require("node:crypto");
const fs = require("node:fs");
const Module = require("node:module");
const path = require("node:path");
const vm = require("node:vm");

// Node 22 caches compiled code, including that of packages.
Module.enableCompileCache?.();

try {
  require.resolve("cdktf/package.json");
} catch {
  process.stderr.write("The packages of this project are not installed: run `npm ci`, then the same command again.\n");
  process.exit(1);
}

// CDKTF calls `util.isArray` for every output, and Node 24 warns about it.
require("node:util").isArray = Array.isArray;

const cache = path.join(__dirname, "node_modules", ".cache", "typescript");

// These modules are loaded on first use: most of them after the command line has been read, a resource's module only if
// there is such a resource.
const late =
  "@aws-sdk|@cdktf/provider-aws|@pipelines/local-aws|@smithy|ajv|croner|diff|fast-xml-parser|prettier|typescript|yaml";
const lazy = new RegExp(`= (require\\('(?:${late})\\b[^']*'\\));`, "g");
const later = '= ((it) => new Proxy({}, { get: (_, name) => name === "__esModule" || (it ??= $1)[name] }))();';

// `crypto.hash` is a single call, available in Node 20.12 and later, and takes half the time.
const hash = crypto.hash ?? ((algorithm, text) => crypto.createHash(algorithm).update(text).digest("hex"));

// The stack trace must be long enough to reach the user's file at the bottom, because a finding refers to that file.
Error.stackTraceLimit = 100;
process.on("uncaughtException", (thrown) => {
  process.exit(
    require("./stacks/synthesis/uncaught.ts").reportUncaught(thrown, process.env.CDKTF_OUTDIR ?? "cdktf.out"),
  );
});

const own = ["packages", "stacks/synthesis", "node_modules"].map((name) => path.join(__dirname, name) + path.sep);
const isOwn = (place) => place.includes(__filename) || own.some((folder) => place.includes(folder));

// A file that users edit must not end a command as if it had done its work.
const { exit } = process;
process.exit = (code) => {
  const [, , caller = ""] = new Error().stack.split("\n");
  if (Number(code ?? process.exitCode ?? 0) === 0 && caller.includes(__dirname + path.sep) && !isOwn(caller)) {
    throw new Error(`process.exit(${code ?? ""}) ends the command`);
  }
  exit.call(process, code);
};

// If no `run` is left in main.ts, the process would end without a word, and with 0.
process.on("exit", () => {
  if (process.exitCode === undefined && path.basename(process.argv[1] ?? "") === "main.ts") {
    process.exitCode = require("./stacks/synthesis/uncaught.ts").reportNothingRun();
  }
});

require.extensions[".ts"] = (module, filename) => {
  const code = compiled(fs.readFileSync(filename, "utf8"), filename);
  // For `await` outside a function, Node itself prints advice or tries an ES module, and its error names no file.
  if (code.includes("await ") && !isOwn(filename)) new vm.Script(Module.wrap(code), { filename });
  module._compile(code, filename);
};

// This must run before anything loads CDKTF.
require("./stacks/synthesis/faster-cdktf.ts").skipArchiver();

// Node tries several endings and follows links for each import; for the project's own files, the path is known.
const resolve = Module._resolveFilename;
Module._resolveFilename = (request, parent, ...others) => {
  const own = request.startsWith("@pipelines/")
    ? path.join(__dirname, "packages", `${request.slice("@pipelines/".length)}.ts`)
    : request.startsWith(".") && parent?.filename?.endsWith(".ts")
      ? path.join(path.dirname(parent.filename), `${request}.ts`)
      : undefined;
  return own !== undefined && fs.existsSync(own) ? own : resolve(request, parent, ...others);
};

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
    // The file is renamed into place, because another process may be reading it right now.
    const fresh = `${kept}.${process.pid}`;
    fs.mkdirSync(cache, { recursive: true });
    fs.writeFileSync(fresh, code);
    fs.renameSync(fresh, kept);
  } catch {
    // A folder that cannot be written costs time at the next start, and nothing else.
  }
  return code;
}
