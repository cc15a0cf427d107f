import * as fs from "node:fs";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { Rehearsal } from "./rehearsal-process";

describeWithTerraform("npm run rehearse", () => {
  it("deploys, changes and destroys dev, and leaves nothing behind", async () => {
    const { code, output } = await new Rehearsal().ended;
    expect(output).toContain("Passed.");
    expect(code).toBe(0);
    expect(output).toMatch(/imagebuilder +container recipe +dev-hello-world +1\.0\.0/);
    expect(output.match(/No changes: what was deployed matches what is defined\./g)).toHaveLength(2);
    expect(output).toMatch(/: component \S+ \S+ → \S+ \(\S+ changed\)/);
    expect(output).toMatch(
      /\+ component +\S+ 1\.0\.1\d{4}\/1\n[^]*\+ container recipe +\S+ 1\.0\.1\d{4}\n[^]*- container recipe +\S+ 1\.0\.0\n[^]*- component +\S+ 1\.0\.0\/1\n/,
    );
    expect(output).toContain("Nothing from dev.");
    // Lines about the state's file and its lock would hide everything else.
    expect(output).not.toMatch(/^ *[-+~] .*\.tfstate/m);
    expect(output).toMatch(
      /\d+ added, 0 changed, 0 destroyed in \d+\.\d s; for \d+\.\d s of that, no call to AWS was made/,
    );
    expect(output).toMatch(/\bSTEP +TIME +NO CALL TO AWS\n(.+\n)*Deploy: cdktf deploy dev +\d/);
    process.stdout.write(`${output.slice(output.indexOf("\nSynthesize")).trim()}\n`);
  });

  it("removes everything on Ctrl-C", async () => {
    const rehearsal = new Rehearsal();
    await rehearsal.says("+ bucket");
    expect(fs.readdirSync(rehearsal.tmp)).toHaveLength(1);
    expect(processesIn(rehearsal.tmp)).not.toEqual([]);
    rehearsal.interrupt();
    expect(await rehearsal.ended).toMatchObject({ code: 130 });
    expect(fs.readdirSync(rehearsal.tmp)).toEqual([]);
    expect(processesIn(rehearsal.tmp)).toEqual([]);
  });
});

/** Returns the processes whose working folder is inside this folder, if the system reveals that. */
function processesIn(folder: string): string[] {
  if (!fs.existsSync("/proc/self/cwd")) return [];
  return fs.readdirSync("/proc").filter((id) => {
    try {
      return fs.readlinkSync(`/proc/${id}/cwd`).startsWith(folder);
    } catch {
      // This is not a process, or it is another user's, or it has already ended.
      return false;
    }
  });
}
