import { findSecrets } from "../writer";

const found = (text: string, secrets: readonly string[] = []) =>
  findSecrets({ "images/web/a.yaml": `first\n${text}\nlast` }, secrets).map(({ line, found }) => [line, found]);

test.each([
  "AKIAABCDEFGHIJKLMNOP",
  "-----BEGIN RSA PRIVATE KEY-----",
  `ghp_${"a1".repeat(15)}`,
  "password: 'hunter2hunter2'",
  "API_KEY=abcdefgh",
])("%s looks like a secret", (text) => {
  expect(found(text)).toEqual([[2, "something that looks like a secret"]]);
});

test.each(["AKIA", "-----BEGIN PUBLIC KEY-----", "password: ${PASSWORD_OF_DB}", "token: short"])(
  "%s does not look like a secret",
  (text) => {
    expect(found(text)).toEqual([]);
  },
);

test("a secret that was given is found anywhere, unless it is empty", () => {
  expect(found("a s3cr3t b", ["s3cr3t"])).toEqual([[2, "the value of a secret parameter"]]);
  expect(found("a b", ["s3cr3t", ""])).toEqual([]);
});

test.each([
  ["quoted", 'tags: { a: "s3\\"c\\\\r3t" }', 's3"c\\r3t'],
  ["in Base64", Buffer.from("s3cr3t").toString("base64"), "s3cr3t"],
  ["of several lines", "  second line", "first line\nsecond line"],
])("a secret that was given is found %s, and reported once per file", (_, text, secret) => {
  expect(found(`${text}\n${text}`, [secret])).toEqual([[2, "the value of a secret parameter"]]);
});
