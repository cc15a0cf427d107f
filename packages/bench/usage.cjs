// Preloaded into every Node process of a measured command: records the process's peak memory, in KiB. On Linux,
// `resourceUsage` also counts the memory of the parent process.
const fs = require("node:fs");

process.on("exit", () => {
  const file = "/proc/self/status";
  const [, peak = process.resourceUsage().maxRSS] =
    (fs.existsSync(file) && /^VmHWM:\s*(\d+)/m.exec(fs.readFileSync(file, "utf8"))) || [];
  fs.appendFileSync(process.env.BENCH_USAGE_FILE, `${peak}\n`);
});
