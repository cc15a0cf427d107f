import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { GivenVersions } from "../given-versions";
import { VersionLock } from "../version-lock";
import { GitProject, lockName } from "./git-project";

const first = GitProject.begin();
first.change("web", {});
const second = first.copy();
const version = second.change("web", { parent: "b" });

/** Returns a project whose image `web` is committed at 1.0.0. */
const begun = (): GitProject => first.copy();

/** Returns a project in which it has been edited since, and the version of that edit. */
const edited = () => ({ project: second.copy(), version });

describe("A revert", () => {
  it("gives the old content a higher number, and a frozen synth requires it", () => {
    const { project, version } = edited();
    project.git("revert", "--no-edit", "HEAD");
    expect(project.read()).toContain("recipe dev/web 1.0.0 ");
    expect(project.frozen()).toEqual(["IB-LOCK-STALE"]);
    const { findings } = project.synth({ frozen: true });
    expect(findings[0]).toMatchObject({
      found: expect.stringMatching(/^dev: web: recipe 1\.0\.0 → 1\.0\.2\d{4} \(after /) as string,
      fix: "run `npm run synth` and commit image-versions.lock",
    });
    expect(project.version()).toMatch(/^1\.0\.2\d{4}$/);
    project.commit();
    expect(project.frozen()).toEqual([]);
    expect(project.read()).not.toContain(version);
  });

  it("is found no matter how many commits come after it", () => {
    const { project } = edited();
    project.git("revert", "--no-edit", "HEAD");
    for (const name of ["one", "two"]) {
      project.write(name, name);
      project.commit();
    }
    expect(project.frozen()).toEqual(["IB-LOCK-STALE"]);
  });

  it("that has been deployed and is itself reverted moves forward", () => {
    const { project, version } = edited();
    project.git("revert", "--no-edit", "HEAD");
    project.version();
    project.commit();
    const again = project.change("web", { parent: "b" });
    expect(again).toMatch(/^1\.0\.3\d{4}$/);
    // The fingerprint depends only on the content.
    expect(again.slice(-4)).toBe(version.slice(-4));
  });
});

describe("A change that is undone before it is committed", () => {
  it("leaves the lock exactly as it was committed, byte for byte", () => {
    const project = begun();
    const before = project.read();
    project.define("web", { parent: "b", document: "b", repository: "other" });
    project.define("api");
    expect(project.version()).toMatch(/^1\.0\.1/);
    project.define("web", { parent: "a", document: "a", repository: "web" });
    project.remove("api");
    expect(project.version()).toBe("1.0.0");
    expect(project.read()).toBe(before);
  });

  it("is a removal, too", () => {
    const project = begun();
    project.define("api");
    project.version();
    project.commit();
    const before = project.read();
    project.remove("api");
    project.version();
    expect(project.read()).toContain("recipe dev/api 1.0.0 removed");
    project.define("api");
    expect(project.version("api")).toBe("1.0.0");
    expect(project.read()).toBe(before);
  });

  it("may have been a move to a higher series in the definition", () => {
    const project = begun();
    project.define("web", { version: "2.0" });
    expect(project.version()).toMatch(/^2\.0\.1/);
    project.define("web", { version: "1.0" });
    expect(project.version()).toBe("1.0.0");
  });
});

describe("Two branches", () => {
  it("give two different contents two numbers, and the same content one number without a conflict", () => {
    const project = begun();
    project.git("checkout", "--quiet", "-b", "other");
    const other = project.change("web", { parent: "b" });
    project.git("checkout", "--quiet", "main");
    expect(project.change("web", { parent: "c" })).not.toBe(other);
    project.git("reset", "--quiet", "--hard", "HEAD~1");
    project.write("elsewhere", "");
    project.define("web", { parent: "b" });
    expect(project.version()).toBe(other);
    project.commit();
    project.git("merge", "--quiet", "--no-edit", "other");
    expect(project.frozen()).toEqual([]);
  });

  it("that edit different images merge without a conflict, even if the images are neighbors in the lock", () => {
    const project = begun();
    for (const name of ["api", "worker", "db"]) project.change(name, {});
    project.git("checkout", "--quiet", "-b", "other");
    const api = project.change("api", { document: "b" });
    project.git("checkout", "--quiet", "main");
    project.change("db", { document: "b" });
    const web = project.change("web", { document: "b" });
    project.git("merge", "--quiet", "--no-edit", "other");
    expect(project.frozen()).toEqual([]);
    expect([project.version("api"), project.version("web")]).toEqual([api, web]);
  });

  it.each([
    ["ours", "c"],
    ["theirs", "b"],
    ["both", "of both"],
  ])("whose lock conflicts are merged by a synth, with the definition of %s", (side, parent) => {
    const project = begun();
    project.git("checkout", "--quiet", "-b", "other");
    const numbers: Record<string, string> = { theirs: project.change("web", { parent: "b" }) };
    project.git("checkout", "--quiet", "main");
    numbers["ours"] = project.change("web", { parent: "c" });
    expect(project.tryGit("merge", "other").code).toBe(1);
    project.write("images/web.json", JSON.stringify({ document: "a", parent, tests: "a", repository: "web" }));
    expect(project.frozen()).toEqual(["IB-LOCK-CONFLICT"]);
    const { moves, findings } = project.synth();
    expect(findings).toEqual([]);
    expect(moves).toContain(
      "image-versions.lock: its merge conflict is resolved, now run `git add image-versions.lock`",
    );
    const version = project.version();
    if (side === "both") expect(version).toMatch(/^1\.0\.2\d{4}$/);
    else expect(version).toBe(numbers[side]);
    project.git("add", "--all");
    project.git("commit", "--quiet", "--no-edit");
    expect(project.frozen()).toEqual([]);
  });

  it("are both seen during a merge, even if one side of the lock was chosen by hand", () => {
    const project = begun();
    project.git("checkout", "--quiet", "-b", "other");
    project.change("web", { parent: "b" });
    project.change("web", { parent: "c" });
    project.git("checkout", "--quiet", "main");
    project.change("web", { parent: "d" });
    project.tryGit("merge", "other");
    project.git("checkout", "--ours", "--", ".");
    expect(project.version()).toMatch(/^1\.0\.3\d{4}$/);
  });

  it("are both seen after a merge that took nothing from one of the branches", () => {
    const project = begun();
    project.git("checkout", "--quiet", "-b", "other");
    project.change("web", { parent: "b" });
    project.git("checkout", "--quiet", "main");
    project.git("merge", "--quiet", "--strategy=ours", "--no-edit", "other");
    expect(project.version()).toMatch(/^1\.0\.2\d{4}$/);
  });
});

describe("A resource that is removed and later added again", () => {
  it("continues from its last number once the removal is committed, even with the same content", () => {
    const project = begun();
    project.change("api", {});
    project.remove("web");
    project.synth();
    project.commit();
    project.git("revert", "--no-edit", "HEAD");
    expect(project.frozen()).toContain("IB-LOCK-STALE");
    expect(project.version()).toMatch(/^1\.0\.1\d{4}$/);
  });

  it("continues from its last number if a resource of another image has the same name in AWS", () => {
    const project = GitProject.begin();
    const install = (image: string, label: string): string => {
      const { lock } = { lock: project.synth().lock };
      const version = lock.versionOf({
        kind: "component",
        name: `dev-${image}-${label}`,
        environment: "dev",
        image,
        label,
        file: "",
        line: undefined,
        content: [{ part: "document", label: "", value: "a" }],
      });
      lock.write();
      project.commit();
      return version;
    };
    expect(install("web", "a-b")).toBe("1.0.0");
    expect(install("web-a", "b")).toMatch(/^1\.0\.1\d{4}$/);
  });
});

describe("A removed resource to which two branches gave different versions with the same n", () => {
  const removed = (project: GitProject): string[] =>
    project.read().match(/(?<=recipe dev\/web )\S+(?= removed)/g) ?? [];

  it("keeps both versions in the lock, in every clone, with and without a cache", () => {
    const project = begun();
    project.change("api", {});
    project.git("checkout", "--quiet", "-b", "other");
    const other = project.change("web", { parent: "c" });
    project.git("checkout", "--quiet", "main");
    const main = project.change("web", { parent: "b" });
    project.git("merge", "--quiet", "--strategy=ours", "--no-edit", "other");
    project.remove("web");
    expect(project.synth().moves.filter((move) => move.startsWith("recipe"))).toEqual([
      `recipe dev/web removed; its number ${main} is kept`,
      `recipe dev/web removed; its number ${other} is kept`,
    ]);
    expect(removed(project)).toEqual([main, other].sort());
    const before = project.read();
    project.synth();
    expect(project.read()).toBe(before);
    project.commit();
    for (const clone of [project, project.clone(), project]) expect(clone.frozen()).toEqual([]);
    const shallow = project.clone("--depth", "1");
    shallow.define("web", { parent: "b" });
    expect(shallow.version("web", { withoutHistory: true })).toMatch(/^1\.0\.2\d{4}$/);
  });
});

describe("A lock that is missing or damaged", () => {
  it.each<[string, (project: GitProject) => void]>([
    [
      "deleted",
      (project) => {
        fs.rmSync(project.lockFile);
      },
    ],
    [
      "deleted in a commit",
      (project) => {
        fs.rmSync(project.lockFile);
        project.commit();
      },
    ],
    [
      "empty",
      (project) => {
        project.write(lockName, "");
      },
    ],
    [
      "cut short",
      (project) => {
        project.write(lockName, project.read().slice(0, -40));
      },
    ],
    [
      "reset by hand",
      (project) => {
        project.write(lockName, project.read().replace(/1\.0\.1\d{4}/, "1.0.0"));
      },
    ],
    [
      "edited by hand to contain different hashes",
      (project) => {
        project.write(lockName, project.read().replace(/parent=.{4}/, "parent=0000"));
      },
    ],
  ])("has the same numbers again after a synth if it was %s, and a frozen synth requires that", (_what, damage) => {
    const { project, version } = edited();
    const before = project.read();
    damage(project);
    const { findings } = project.synth({ frozen: true });
    expect(findings.length).toBeGreaterThan(0);
    for (const { severity, fix } of findings) {
      expect([severity, fix]).toEqual(["error", "run `npm run synth` and commit image-versions.lock"]);
    }
    const { numbered, findings: warnings } = project.synth();
    expect(warnings.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(numbered[1]?.version).toBe(version);
    expect(project.read()).toBe(before);
    project.commit();
    expect(project.frozen()).toEqual([]);
  });

  it("with an invalid line produces a warning with the line's number", () => {
    const { project } = edited();
    project.write(lockName, project.read().replace(/^recipe .*$/m, "nonsense"));
    expect(project.synth().findings).toEqual([
      {
        severity: "warning",
        code: "IB-LOCK-LINE",
        file: lockName,
        line: 8,
        column: 1,
        found: '"nonsense"',
        allowed: "what `npm run synth` writes",
        fix: "nothing: this synth takes the number from the lock's history in git",
      },
    ]);
  });
});

describe("If the history cannot be read", () => {
  const outside: [string, (project: GitProject) => GitProject, string, RegExp][] = [
    [
      "a shallow clone",
      (project) => project.clone("--depth", "1"),
      "this clone is shallow",
      /^run `git fetch --unshallow`; in GitHub Actions, give actions\/checkout `fetch-depth: 0`/,
    ],
    [
      "a folder without git",
      (project) => {
        const copy = new GitProject();
        fs.cpSync(path.join(project.folder, "images"), path.join(copy.folder, "images"), { recursive: true });
        copy.write(lockName, project.read());
        return copy;
      },
      "this folder is not a git repository",
      /^work in a clone/,
    ],
    [
      "a broken clone",
      (project) => {
        fs.rmSync(path.join(project.folder, ".git"), { recursive: true });
        project.write(".git", "nonsense\n");
        return project;
      },
      "fatal: invalid gitfile format: ",
      /^work in a full clone that `git log` can read/,
    ],
    [
      "a folder owned by another user",
      (project) => {
        fs.chownSync(project.folder, 12345, 12345);
        fs.chownSync(path.join(project.folder, ".git"), 12345, 12345);
        return project;
      },
      "this folder belongs to another user, so git does not read it",
      /^run `git config --global --add safe\.directory \/.*`, or switch to that user/,
    ],
  ];

  it.each(outside)(
    "in %s, a synth warns once and continues from the lock, and a frozen synth fails",
    (_where, move, why, fix) => {
      const { project, version } = edited();
      const moved = move(project);
      const finding = {
        severity: "warning",
        code: "IB-LOCK-HISTORY",
        file: lockName,
        found: expect.stringContaining(`the history of image-versions.lock cannot be read: ${why}`) as string,
        allowed: "the full history, which shows whether a revert or a merge brought back an old number",
        fix: expect.stringMatching(fix) as string,
      };
      const { numbered, findings } = moved.synth();
      expect(findings).toEqual([finding]);
      expect(numbered[1]?.version).toBe(version);
      expect(moved.synth({ frozen: true }).findings).toEqual([{ ...finding, severity: "error" }]);
      expect(moved.frozen({ withoutHistory: true })).toEqual([]);
      moved.define("web", { parent: "c" });
      expect(moved.version("web", { withoutHistory: true })).toMatch(/^1\.0\.2\d{4}$/);
    },
  );

  it("fetching it fixes a shallow clone", () => {
    const clone = edited().project.clone("--depth", "1");
    clone.git("fetch", "--quiet", "--unshallow");
    expect(clone.frozen()).toEqual([]);
  });

  it("the message mentions git if git is not installed", () => {
    const project = begun();
    const script = `process.stdout.write(require("@pipelines/version-lock/history").readHistory(process.argv[1]).hidden.why)`;
    const { stdout } = spawnSync(process.execPath, ["--require", "./typescript.cjs", "-e", script, project.lockFile], {
      cwd: path.resolve(__dirname, "../../.."),
      env: { PATH: "/nowhere" },
      encoding: "utf8",
    });
    expect(stdout).toBe("there is no git");
  });

  it("and there is no lock either, the warning says where version numbers start", () => {
    const project = new GitProject();
    project.define("web");
    expect(project.synth().findings).toMatchObject([
      {
        severity: "warning",
        code: "IB-LOCK-HISTORY",
        found:
          "the history of image-versions.lock cannot be read: this folder is not a git repository, and there is no image-versions.lock: numbers start at 1.0.0",
      },
    ]);
  });

  it("an invalid line stops the synth, and the image's version can be specified", () => {
    const { project, version } = edited();
    const copy = new GitProject();
    copy.define("web", { parent: "b", repository: "web" });
    copy.write(lockName, project.read().replace(/^recipe .*$/m, "nonsense"));
    const { findings } = copy.synth({ withoutHistory: true });
    expect(findings).toMatchObject([
      {
        severity: "error",
        code: "IB-LOCK-LINE",
        fix: "delete the line, run `npm run synth -- --forward <image>=<version>` with the image's highest version in AWS",
      },
    ]);
    copy.write(lockName, copy.read().replace("nonsense\n", ""));
    const past = [{ image: "web", environment: undefined, past: version }];
    expect(copy.version("web", { withoutHistory: true, forward: past })).toMatch(/^1\.0\.2\d{4}$/);
  });
});

describe("--forward", () => {
  const forward = (image: string, past?: string, environment?: string) => ({ forward: [{ image, past, environment }] });

  it("gives an image's resources the next number although nothing changed, and later synths keep it", () => {
    const project = begun();
    const version = project.version("web", forward("web"));
    expect(version).toMatch(/^1\.0\.1\d{4}$/);
    expect(project.version()).toBe(version);
    project.commit();
    expect(project.frozen()).toEqual([]);
    expect(project.version("web", forward("web", undefined, "dev"))).toMatch(/^1\.0\.2\d{4}$/);
  });

  it("gets past a version that another branch deployed", () => {
    const project = begun();
    expect(project.version("web", forward("web", "1.0.74711"))).toMatch(/^1\.0\.8\d{4}$/);
    expect(project.version("web", forward("web", "2.1.5"))).toMatch(/^2\.1\.9\d{4}$/);
  });

  it("must name an existing image", () => {
    const project = begun();
    for (const [image, environment, found] of [
      ["wbe", undefined, 'no image "wbe" in any environment'],
      ["wbe", "dev", 'no image "wbe" in dev'],
    ] as const) {
      expect(project.synth(forward(image, undefined, environment)).findings).toEqual([
        {
          severity: "error",
          code: "IB-LOCK-FORWARD",
          file: lockName,
          field: "--forward",
          found,
          allowed: "web",
          fix: "write --forward web",
        },
      ]);
    }
    expect(project.synth(forward("web", undefined, "dve")).findings).toEqual([
      {
        severity: "error",
        code: "IB-LOCK-FORWARD",
        file: lockName,
        field: "--environment",
        found: 'no environment "dve"',
        allowed: "dev",
        fix: "write --environment dev",
      },
    ]);
  });
});

describe("A version whose major or minor number someone edited", () => {
  const edit = (project: GitProject, from: RegExp, to: string): void => {
    project.write(lockName, project.read().replace(from, to));
  };

  it.each([
    ["before it is committed", false],
    ["after it was committed", true],
  ])("is an error, whether or not the lock is frozen, %s", (_when, committed) => {
    const { project, version } = edited();
    edit(project, /recipe dev\/web 1\.0\./, "recipe dev/web 2.0.");
    if (committed) project.commit();
    const { findings } = project.synth({ frozen: true });
    expect(project.synth().findings).toEqual(findings);
    const other = version.replace(/^1/, "2");
    expect(findings.filter(({ code }) => code === "IB-LOCK-LINE")).toEqual([
      {
        severity: "error",
        code: "IB-LOCK-LINE",
        file: lockName,
        field: "recipe dev/web",
        found: `the version ${other}, which no synth wrote: its n is not higher than that of every earlier version`,
        allowed: "what `npm run synth` writes; a definition's `version` changes the major and minor number",
        fix: "restore the line with git; if it is committed or that version is in AWS, run `npm run synth -- --forward web`",
      },
    ]);
  });

  it("is repaired by the fix, and by a definition that sets it", () => {
    const { project } = edited();
    edit(project, /recipe dev\/web 1\.0\./, "recipe dev/web 2.0.");
    project.commit();
    const before = project.git("rev-parse", "HEAD");
    expect(project.version("web", { forward: [{ image: "web", environment: undefined, past: undefined }] })).toMatch(
      /^2\.0\.2\d{4}$/,
    );
    project.commit();
    expect(project.frozen()).toEqual([]);
    project.git("reset", "--quiet", "--hard", before);
    project.define("web", { version: "2.0" });
    expect(project.frozen()).toEqual([]);
  });

  it("is not confused with a version that a definition changed, and that definition may then omit its `version`", () => {
    const project = begun();
    project.change("web", { version: "2.0" });
    project.write("images/web.json", JSON.stringify({ ...project.definition("web"), version: undefined }));
    expect(project.frozen()).toEqual([]);
  });
});

describe("The versions that a lock has ever assigned", () => {
  const given = (project: GitProject, version: string) => new GivenVersions(project.lockFile).has("dev-web", version);

  it("are those from every commit on every branch", () => {
    const { project, version } = edited();
    project.git("checkout", "--quiet", "-b", "other", "HEAD~1");
    const other = project.change("web", { parent: "c" });
    project.git("checkout", "--quiet", "main");
    expect([version, "1.0.0", other].map((one) => given(project, one))).toEqual([true, true, true]);
    expect(given(project, "1.0.74711")).toBe(false);
    expect(new GivenVersions(project.lockFile).has("dev-api", version)).toBe(false);
  });

  it("are found if the lock is in a folder of the clone", () => {
    const { project } = edited();
    project.write("infra/image-versions.lock", project.read());
    project.git("mv", "image-versions.lock", "elsewhere");
    project.commit();
    project.write("infra/image-versions.lock", "image-versions 4\n");
    const file = path.join(project.folder, "infra/image-versions.lock");
    expect(["1.0.0", "1.0.74711"].map((one) => new GivenVersions(file).has("dev-web", one))).toEqual([false, false]);
    expect(
      new GivenVersions(file).has("dev-web", /recipe dev\/web (\S+)/.exec(project.read("elsewhere"))?.[1] ?? ""),
    ).toBe(true);
  });

  it("are unknown in a clone without history, except for those in the lock file", () => {
    const { project, version } = edited();
    const clone = project.clone("--depth=1");
    expect([version, "1.0.0", "1.0.74711"].map((one) => given(clone, one))).toEqual([true, undefined, undefined]);
  });
});

describe("The repositories of an environment", () => {
  it("are recorded when an image gets a different one or is removed", () => {
    const project = begun();
    project.change("web", { repository: "team/web" });
    expect(project.read()).toContain("repository dev/web team/web\nrepository dev/web web kept\n");
    expect(project.synth().lock.formerRepositories("dev", true)).toMatchObject([{ name: "web", left: false }]);
    project.define("api");
    project.remove("web");
    project.synth();
    project.commit();
    expect(project.read()).toContain("repository dev/web team/web left\nrepository dev/web web left\n");
    const { lock } = project.synth({ frozen: true });
    expect(lock.formerRepositories("dev", true)).toMatchObject([
      { name: "team/web", left: true },
      { name: "web", left: true },
    ]);
    expect(lock.formerRepositories("prod", true)).toMatchObject([]);
    // Terraform no longer manages a repository that was once left behind, even if the image returns with a different
    // one.
    project.define("web", { repository: "third" });
    expect(project.synth().lock.formerRepositories("dev", true)).toMatchObject([
      { name: "team/web", left: true },
      { name: "web", left: true },
    ]);
  });

  it("are marked as deleted if the environment does not protect them, and as kept once it does protect them", () => {
    const project = begun();
    const synth = (protects: boolean) => {
      const lock = VersionLock.open(project.lockFile, { frozen: false });
      for (const image of project.images()) {
        const repositories = [project.definition(image).repository];
        const content = [{ part: "parent", label: "parent", value: image }];
        const request = { environment: "dev", image, label: image, file: "x", line: undefined, content, repositories };
        lock.versionOf({ ...request, kind: "recipe", name: `dev-${image}` });
      }
      lock.formerRepositories("dev", protects);
      lock.write();
      return lock;
    };
    project.define("api");
    synth(false);
    project.commit();
    project.define("api", { repository: "team/api" });
    project.remove("web");
    expect(synth(false).noLongerDefined()).toEqual({
      environments: [],
      images: [{ environment: "dev", name: "web" }],
      repositories: [
        { environment: "dev", name: "api" },
        { environment: "dev", name: "web" },
      ],
    });
    expect(project.read()).toContain("repository dev/api api deleted\n");
    expect(project.read()).toContain("repository dev/web web deleted\n");
    project.commit();
    expect(synth(false).noLongerDefined()).toEqual({ environments: [], images: [], repositories: [] });
    synth(true);
    expect(project.read()).toContain("repository dev/api api kept\n");
    expect(project.read()).toContain("repository dev/web web left\n");
  });

  it("are left behind if their environment is removed, like everything else it deployed", () => {
    const project = begun();
    const lock = VersionLock.open(project.lockFile, { frozen: false });
    lock.formerRepositories("prod", false);
    lock.write();
    expect(lock.noLongerDefined()).toEqual({ environments: ["dev"], images: [], repositories: [] });
    expect(project.read()).toContain("repository dev/web web left\n");
  });

  it("are reported if an image returns to one that it used before", () => {
    const project = begun();
    project.change("api", {});
    project.change("api", { repository: "other" });
    project.define("api", { repository: "api" });
    expect(project.synth({ frozen: true }).lock.returnedRepositories("dev")).toEqual([]);
    project.remove("web");
    project.synth();
    project.commit();
    project.define("web");
    const { lock } = project.synth({ frozen: true });
    expect(lock.returnedRepositories("dev")).toEqual(["web"]);
    expect(lock.returnedRepositories("prod")).toEqual([]);
  });
});

describe("The cache of the history", () => {
  const kept = (project: GitProject): string[] => {
    const folder = path.join(project.folder, ".git/image-versions");
    return fs.existsSync(folder) ? fs.readdirSync(folder).flatMap((one) => fs.readdirSync(path.join(folder, one))) : [];
  };

  it("contains only the last few commits, and gives the same numbers", () => {
    const project = begun();
    for (let edit = 0; edit < 9; edit++) project.change("web", { parent: String(edit) });
    project.synth();
    expect(kept(project)).toContain(project.git("rev-parse", "HEAD"));
    expect(kept(project)).toHaveLength(8);
    project.define("web", { parent: "last" });
    const version = project.version();
    fs.rmSync(path.join(project.folder, ".git/image-versions"), { recursive: true });
    expect(project.version()).toBe(version);
    expect(version).toMatch(/^1\.0\.(9|10)\d{4}$/);
  });

  it("is read instead of the commits that it has", () => {
    const project = begun();
    project.change("web", { parent: "b" });
    project.synth();
    const [folder = ""] = fs.readdirSync(path.join(project.folder, ".git/image-versions"));
    const file = `.git/image-versions/${folder}/${project.git("rev-parse", "HEAD")}`;
    project.write(file, project.read(file).replaceAll(/ 1\.0\.1(\d{4})/g, " 1.0.7$1"));
    // Only the cache of the parent commit contains the number.
    project.commit();
    project.define("web", { parent: "c" });
    expect(project.version()).toMatch(/^1\.0\.8\d{4}$/);
  });

  it("does not mix up branches", () => {
    const project = begun();
    project.git("checkout", "--quiet", "-b", "other");
    project.change("web", { parent: "b" });
    project.synth();
    project.git("checkout", "--quiet", "main");
    project.define("web", { parent: "c" });
    expect(project.version()).toMatch(/^1\.0\.1\d{4}$/);
  });

  it("is re-created if it is damaged, and is not created in a shallow clone", () => {
    const { project, version } = edited();
    project.git("revert", "--no-edit", "HEAD");
    const [folder = ""] = fs.readdirSync(path.join(project.folder, ".git/image-versions"));
    project.write(`.git/image-versions/${folder}/${project.git("rev-parse", "HEAD")}`, "nonsense");
    expect(project.version()).not.toBe(version);
    expect(project.version()).toMatch(/^1\.0\.2\d{4}$/);
    const clone = project.clone("--depth", "1");
    clone.synth();
    expect(kept(clone)).toEqual([]);
  });
});

describe("The first format", () => {
  it("is converted without changing a number", () => {
    const project = GitProject.begin();
    project.define("web");
    const { numbered } = project.synth();
    expect(numbered.map(({ version }) => version)).toEqual(["1.0.0", "1.0.0"]);
    const [component, recipe] = [/install 1\.0\.0 (.*)/, /recipe dev\/web 1\.0\.0 (.*)/].map(
      (line) => line.exec(project.read())?.[1],
    );
    const old = [
      "image-versions 1",
      `recipe dev-web 1.0.7 ${recipe?.replace(/ tests=\w+/, "") ?? ""}`,
      `component dev-web-install 1.0.0 ${component ?? ""}`,
      "component dev-web-gone 1.0.4 removed",
      "",
    ];
    project.write(lockName, old.join("\n"));
    project.commit();
    expect(project.frozen()).toEqual(["IB-LOCK-STALE"]);
    expect(project.synth()).toMatchObject({ findings: [], moves: [] });
    expect(project.version()).toBe("1.0.7");
    expect(project.read()).toContain("component dev-web-gone 1.0.4 removed");
    project.commit();
    expect(project.frozen()).toEqual([]);
    project.define("web", { tests: "b" });
    expect(project.version()).toMatch(/^1\.0\.1\d{4}$/);
  });
});
