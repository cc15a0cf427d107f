import fc from "fast-check";
import { literal, literalMap, optionalLiteral } from "../../constructs/terraform-text";

/**
 * Returns what Terraform reads from a string in `cdk.tf.json` that contains no template: the string with its escapes
 * undone.
 */
function evaluate(text: string): string {
  const template = /(?<![$])[$]\{|(?<![%])%\{/.exec(text);
  if (template !== null) throw new Error(`"${text}" contains a template at ${template.index}`);
  return text.replaceAll(/[$]{2}\{/g, () => "${").replaceAll("%%{", "%{");
}

describe("Text on its way to Terraform", () => {
  it.each([
    ["${HOME}", "$${HOME}"],
    ["%{x}", "%%{x}"],
    ["a ${b} and ${c}", "a $${b} and $${c}"],
    ["$${twice}", "$$${twice}"],
    ["%%{twice}", "%%%{twice}"],
    ["$%{mixed}", "$%%{mixed}"],
    ["%${mixed}", "%$${mixed}"],
    ["${unclosed", "$${unclosed"],
  ])("has the first character of each template doubled: %j becomes %j", (text, escaped) => {
    expect(literal(text)).toBe(escaped);
  });

  it.each([
    "$HOME and $(pwd) and $$",
    "100 %",
    "{{{ imagebuilder:parentImage }}}",
    "{ $ { % {",
    'quotes " and \\ and \t and \r\n and ü',
    "",
    "ends in $",
  ])("stays unchanged if Terraform sees no template: %j", (text) => {
    expect(literal(text)).toBe(text);
  });

  it("comes out of Terraform unchanged, whatever it contains", () => {
    const piece = fc.constantFrom("$", "%", "{", "}", "${", "%{", "$$", "a", "\n", '"', "\\");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        expect(evaluate(literal(text))).toBe(text);
      }),
    );
  });

  it("keeps a byte order mark, which Terraform would drop at the start", () => {
    expect(literal("\uFEFF# ${x}")).toBe('${""}\uFEFF# $${x}');
    expect(literal("# \uFEFF")).toBe("# \uFEFF");
  });

  it("may be absent", () => {
    expect(optionalLiteral(undefined)).toBeUndefined();
    expect(optionalLiteral("${x}")).toBe("$${x}");
  });

  it("is escaped in both keys and values of a map, whose order does not change", () => {
    const map = literalMap({ "${z}": "%{1}", a: "${2}" });
    expect(Object.entries(map)).toEqual([
      ["$${z}", "%%{1}"],
      ["a", "$${2}"],
    ]);
    expect(literalMap({})).toEqual({});
  });
});
