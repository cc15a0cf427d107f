// Preloaded into every Node process of a measured command: notes the most memory that it held, in KiB. On Linux,
// `resourceUsage` also counts what the process that started it held.
const fs = require("node:fs");

process.on("exit", () => {
  const file = "/proc/self/status";
  const [, peak = process.resourceUsage().maxRSS] =
    (fs.existsSync(file) && /^VmHWM:\s*(\d+)/m.exec(fs.readFileSync(file, "utf8"))) || [];
  fs.appendFileSync(process.env.BENCH_USAGE_FILE, `${peak}\n`);
});
