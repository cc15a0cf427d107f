import { Engine } from "../engine";
import { tryImage } from "../try-image";
import { attempt, define, load, tinyRoot, whenBuilding } from "./fixture-images";
import { bash, phasesOf } from "./run-document";

whenBuilding("with Buildah, more slowly", () => {
  test("all of a step's output arrives, however late it is read", async () => {
    define("web", { "a.yaml": phasesOf({ test: [bash("Count", "seq 100000")] }) });
    const numbers: string[] = [];
    const slowly = (line: string): void => {
      const [, number] = /\| (\d+)$/.exec(line) ?? [];
      if (number === undefined) return;
      numbers.push(number);
      if (numbers.length % 10_000 === 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
    };
    const result = await tryImage({ image: "web", load, patience: 200 }, new Engine("buildah"), slowly);
    expect(result.failure).toBeUndefined();
    expect(numbers).toHaveLength(100_000);
  });

  test("parents in this repository are built first, and --parent replaces them", async () => {
    define("base", {
      "base.yaml": phasesOf({ build: [bash("Base", "echo base >/base")], test: [bash("Never", "exit 1")] }),
    });
    define("web", { "web.yaml": phasesOf({ build: [bash("Web", "cat /base")] }) }, { parentImage: { image: "base" } });
    const result = await attempt("web");
    expect(result).toMatchObject({ built: ["base", "web"], root: tinyRoot });
    expect(result.failure).toBeUndefined();
    const alone = await attempt("web", { parent: tinyRoot });
    expect(alone).toMatchObject({ built: [], failure: { where: "web build.Web", reason: "exit code 1" } });
  });

  test("anything that cannot run here is listed, and can be provided by hand", async () => {
    define(
      "web",
      {
        "web.yaml": phasesOf({
          "container-host-test": [bash("Outside", "exit 1")],
          build: ["name: Restart\naction: Reboot", bash("Fine", "true")],
        }),
      },
      { components: [{ managed: "update-linux", version: "x.x.x" }, { document: "web.yaml" }] },
    );
    const expected = [
      "update-linux : its document is not in this repository: provide it with --component update-linux=<file>",
      "web : the phase container-host-test runs on the instance, outside the container",
      "web build.Restart: a container cannot restart",
      ...["sudo", "curl"].map(
        (name) =>
          `bootstrap ${name}: Image Builder installs it with yum or apt-get, and this image has neither: its build fails`,
      ),
    ];
    // Steps that were left out are listed again even if nothing is rebuilt.
    for (const result of [await attempt("web"), await attempt("web")]) {
      expect(result.failure).toBeUndefined();
      expect(
        result.leftOut.map(({ component, step = "", reason }) => `${component} ${step}: ${reason}`).sort(),
      ).toEqual([...expected].sort());
    }
    const documents = new Map([["update-linux", phasesOf({ build: [bash("Update", "true")] })]]);
    expect((await attempt("web", { documents })).steps.map(({ name }) => name)).toContain("Update");
  });

  test("a Dockerfile with several stages, a user and other instructions is built unchanged", async () => {
    define("web", {
      Dockerfile: `FROM {{{ imagebuilder:parentImage }}} AS made
RUN echo application >/application
FROM {{{ imagebuilder:parentImage }}}
# {{{ imagebuilder:components }}} stays in a comment
{{{ imagebuilder:environments }}}
COPY --from=made /application /srv/application
{{{ imagebuilder:components }}}
RUN echo "after {{ unknown }}components"
`,
      "web.yaml": phasesOf({ build: [bash("Look", "cat /srv/application")] }),
    });
    const result = await attempt("web");
    expect(result.failure).toBeUndefined();
    expect(result.log).toContain("      | application");
    expect(result.log).toContain("after components");
  });
});
