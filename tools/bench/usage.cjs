// Preloaded into every Node process of a measured command: notes the most memory that it held, in KiB.
process.on("exit", () => {
  require("node:fs").appendFileSync(process.env.BENCH_USAGE_FILE, `${process.resourceUsage().maxRSS}\n`);
});
