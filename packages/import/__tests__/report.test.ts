import { adoptionLines } from "../report";

const resource = (id: string) => ({
  id,
  type: "aws_ecr_repository",
  name: `team/${id}`,
  properties: {},
  at: { file: "main.tf" },
  isLetGo: false,
});
const block = (id: string) =>
  ["  removed {", `    from = ${id}`, "    lifecycle {", "      destroy = false", "    }", "  }"].join("\n");
const after = (adopt: string) => [
  "Then delete the rest of the old owner's resources, and run here:",
  `  npm run recover -- <environment> ${adopt}`,
  "",
];

test("without a resource that has a name in the stack, there is nothing to adopt", () => {
  expect(adoptionLines("CloudFormation", [], undefined, "template.yaml", false)).toEqual({
    lines: ["To adopt: nothing. No resource in the source has the same name as one in the stack.", ""],
    adopts: false,
  });
});

test("Terraform releases resources with removed blocks, one for all instances of a resource", () => {
  const all = ['a["x"]', "a[1]", String.raw`module.b["]\""].c[0]`].map((id) => ({ ...resource(id), name: "team/a" }));
  expect(adoptionLines("Terraform", all, undefined, "main.tf", false)).toEqual({
    lines: [
      "To adopt, replace the resources there with these blocks, and apply them:",
      block("a"),
      block("module.b.c"),
      ...after(all.map(() => "--adopt aws_ecr_repository=team/a").join(" ")),
    ],
    adopts: true,
  });
});
