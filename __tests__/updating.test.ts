import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { copyProject, linkModules, useFixtureApp } from "@pipelines/rehearsal/project-copy";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

const root = path.resolve(__dirname, "..");
/** The last commit in which everything was one package. */
const before = "970a3b5a661d71e67aa598c4a5a672365222f7fa";

function git(cwd: string, ...args: string[]): { code: number | null; out: string } {
  const who = ["-c", "user.name=test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"];
  const { status, stdout, stderr } = spawnSync("git", [...who, ...args], { cwd, encoding: "utf8", maxBuffer: 1 << 28 });
  return { code: status, out: stdout + stderr };
}

/** The commands on the page: those for every update, and those for an update from a tree without packages. */
function pageCommands(): string[] {
  const page = fs.readFileSync(path.join(root, "docs/updating.md"), "utf8");
  return [...page.matchAll(/```sh\n([^]*?)```/g)].map(([, commands = ""]) => commands);
}

/** The edits of a new user: different accounts and region, one image added and one removed, one environment added. */
function editAsAdopter(folder: string): void {
  const at = (file: string): string => path.join(folder, file);
  const edit = (file: string, change: (text: string) => string): void => {
    const before = fs.readFileSync(at(file), "utf8");
    const after = change(before);
    if (after === before) throw new Error(`${file} has nothing to edit`);
    fs.writeFileSync(at(file), after);
  };

  edit("stacks/accounts.ts", (text) =>
    text
      .replace(/region = "[^"]*"/, 'region = "eu-central-1"')
      .replaceAll(/"\d{12}"/g, (account) => account.replaceAll(/\d/g, (digit) => String(9 - Number(digit)))),
  );
  fs.cpSync(at("images/hello-world"), at("images/greeter"), { recursive: true });
  edit("images/greeter/image.ts", (text) => text.replace('"sample-repository"', '"greeter"'));
  fs.cpSync(at("stacks/staging-stack.ts"), at("stacks/qa-stack.ts"));
  edit("stacks/qa-stack.ts", (text) =>
    text
      .replace("StagingStack", "QaStack")
      .replace('environment: "staging"', 'environment: "qa"')
      .replace("accounts.staging", '"210987654321"')
      .replace('image("hello-world")', 'image("hello-world"), image("greeter")'),
  );
  edit("main.ts", (text) =>
    text
      .replace(/^import \{ StagingStack.*$/m, 'import { QaStack } from "./stacks/qa-stack";\n$&')
      .replace(/^( *)new StagingStack\(.*$/m, "$&\n$1new QaStack(app, versions);"),
  );
  fs.rmSync(at("images/nginx"), { recursive: true });
  for (const stack of ["dev", "staging", "prod", "qa"]) {
    edit(`stacks/${stack}-stack.ts`, (text) => text.replace(/,\s*image\("nginx"\)/, ""));
  }
}

const hasHistory = git(root, "cat-file", "-e", `${before}^{commit}`).code === 0;
if (!hasHistory) process.stderr.write("\nSKIPPED: an update of an older tree\n  This checkout has no history.\n\n");

(hasHistory ? describe : describe.skip)(
  "An older tree with its own images, accounts and an additional environment",
  () => {
    it("is brought up to date by a merge and the only command on the page, and then synthesizes", () => {
      const folder = path.join(fs.realpathSync(temporaryFolder()), "adopter");
      expect(git(root, "clone", "--quiet", "--shared", "--no-checkout", ".", folder).code).toBe(0);
      git(folder, "checkout", "--quiet", "-b", "adopter", before);
      editAsAdopter(folder);
      git(folder, "add", "--all");
      git(folder, "commit", "--quiet", "--message", "Our images and accounts");

      // This project with the samples as they are on disk, committed on top of its history.
      git(folder, "checkout", "--quiet", "-B", "main", git(root, "rev-parse", "HEAD").out.trim());
      for (const name of fs.readdirSync(folder)) {
        if (name !== ".git") fs.rmSync(path.join(folder, name), { recursive: true });
      }
      copyProject(root, folder);
      useFixtureApp(folder);
      fs.rmSync(path.join(folder, "node_modules"), { recursive: true });
      git(folder, "add", "--all");
      git(folder, "commit", "--quiet", "--allow-empty", "--message", "Upstream");
      git(folder, "checkout", "--quiet", "adopter");

      const [update = "", withoutPackages = ""] = pageCommands();
      const commands = update.replace("<this project's address>", ".").replace("npm ci\nnpm run synth\n", "");
      const who = { GIT_COMMITTER_NAME: "test", GIT_COMMITTER_EMAIL: "test@example.com" };
      const env = { ...process.env, ...who, GIT_AUTHOR_NAME: "test", GIT_AUTHOR_EMAIL: "test@example.com" };
      const merged = spawnSync("bash", [], { cwd: folder, input: commands, encoding: "utf8", env });
      // The conflicts that the page describes, for a sample that the adopter deleted and that has since changed.
      const conflicts = merged.stdout.match(/^CONFLICT.*/gm) ?? [];
      expect(conflicts.filter((line) => !line.startsWith("CONFLICT (modify/delete): images/nginx/"))).toEqual([]);
      expect(conflicts).not.toEqual([]);
      git(folder, "rm", "-r", "--quiet", "images/nginx");
      expect(git(folder, "commit", "--no-edit").code).toBe(0);
      expect(spawnSync("bash", ["-e"], { cwd: folder, input: withoutPackages }).status).toBe(0);

      linkModules(root, folder);
      const synth = spawnSync(process.execPath, ["--require", "./typescript.cjs", "main.ts"], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, CI: "" },
      });
      expect({ code: synth.status, err: synth.stderr }).toMatchObject({ code: 0 });
      const manifest = fs.readFileSync(path.join(folder, "cdktf.out/manifest.json"), "utf8");
      expect(Object.keys((JSON.parse(manifest) as { stacks: object }).stacks)).toContain("qa");
      // The adopter's own files still import the same things, from their new locations.
      const left = spawnSync(
        "grep",
        ["-rnE", 'from "\\.\\.?/(environment-stack|images/|versions/|image-definition)', "stacks", "images", "main.ts"],
        { cwd: folder, encoding: "utf8" },
      );
      expect(left.stdout).toBe("");
    });
  },
);
