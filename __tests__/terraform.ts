import { findTerraform, type Terraform } from "../tools/rehearsal/terraform";

/** Terraform takes the time it takes; this only ends a run that hangs. */
const HANGING_MS = 600_000;

/**
 * A `describe` for what only the real Terraform can show. Where it or its AWS provider is missing, the tests are
 * skipped, and the run says which and what to install.
 */
export function describeWithTerraform(name: string, tests: (terraform: Terraform) => void): void {
  const found = findTerraform();
  if ("missing" in found) {
    process.stderr.write(`\nSKIPPED: ${name}\n  ${found.missing}\n\n`);
    describe.skip(name, () => {
      tests({ command: "terraform", version: "", provider: "", env: {} });
    });
    return;
  }
  jest.setTimeout(HANGING_MS);
  describe(name, () => {
    tests(found);
  });
}
