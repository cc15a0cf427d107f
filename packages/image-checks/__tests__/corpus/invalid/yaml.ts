import { build, type Case, one, step } from "./case";

const tail = "phases: [{name: build, steps: [{name: A, action: Reboot}]}]\n";

/** Returns a step whose commands are `text`, at the column of a list entry. */
function script(text: string): string {
  return step("ExecuteBash", `\n          commands:\n            ${text}`);
}

export const yaml: readonly Case[] = [
  one("IB-YAML-EMPTY", "»"),
  one("IB-YAML-EMPTY", "»# only a comment\n"),
  one("IB-YAML-EMPTY", "»---\n...\n"),
  one("IB-YAML-EMPTY", "»   \n\n"),
  one("IB-DOC-TYPE", "»- a\n- b\n"),
  one("IB-DOC-TYPE", "»just text\n"),
  one("IB-DOC-TYPE", "»42\n"),
  one("IB-DOC-TYPE", "»[]\n"),
  one("IB-YAML-TAB", "schemaVersion: 1.0\nphases:\n»\t- name: build\n"),
  one("IB-YAML-DUPLICATE", `schemaVersion: 1.0\n»schemaVersion: 1.0\n${tail}`),
  one("IB-YAML-DUPLICATE", build("      - name: A\n        action: Reboot\n        »name: B\n")),
  one("IB-YAML-DOCUMENTS", `schemaVersion: 1.0\n${tail}»---\nschemaVersion: 1.0\n${tail}`),
  one("IB-YAML-SYNTAX", "schemaVersion: 1.0\nphases: »phases: []\n"),
  one("IB-YAML-SYNTAX", 'name: "never closed\nschemaVersion: 1.0\n»'),
  one("IB-YAML-SYNTAX", "name: [a, b\n»schemaVersion: 1.0\n"),
  one("IB-YAML-SYNTAX", "schemaVersion: 1.0\nphases:\n  - name: build\n   »steps: []\n"),
  one("IB-YAML-SYNTAX", "schemaVersion: 1.0\nname: »@home\n"),
  one("IB-YAML-SYNTAX", "schemaVersion: 1.0\nname: »`date`\n"),
  one("IB-YAML-ESCAPE", 'schemaVersion: 1.0\nname: "C:»\\Data"\n'),
  one("IB-YAML-ALIAS", step("ListFiles", "[{path: /x, fileNamePattern: »*log}]")),
  one("IB-YAML-ALIAS", `schemaVersion: 1.0\nname: »*later\ndescription: &later x\n${tail}`),
  one("IB-YAML-ALIASES", "schemaVersion: 1.0\nphases: &all\n  - name: build\n    steps: »*all\n"),
  one("IB-YAML-MERGE", build("      - name: A\n        action: Reboot\n        »<<: text\n")),
  one("IB-YAML-UNQUOTED", step("WebDownload", "\n          - source: »{{ Source }}\n            destination: /tmp/x")),
  one("IB-YAML-UNQUOTED", step("ExecuteBash", "\n          commands:\n            - »{{ Command }}")),
  one("IB-YAML-UNQUOTED", step("DeleteFile", "\n          - path: {{ Folder }}»/file")),
  // Slips that cause many parser errors, but only one finding each.
  one("IB-YAML-CONFLICT", `schemaVersion: 1.0\n»<<<<<<< HEAD\nname: a\n=======\nname: b\n>>>>>>> other\n${tail}`),
  one("IB-YAML-HERE-DOCUMENT", script("- |\n              cat > /etc/app.conf <<EOF\n»[main]\nkey = value\nEOF\n              echo done: yes")),
  one("IB-YAML-HERE-DOCUMENT", script("- |\n              cat > /x <<EOF\n              one\n              two: {\n»EOF\n              echo done: yes")),
  one("IB-YAML-HERE-DOCUMENT", script("- |\n              if true; then\n                cat <<-'END' > /x\n»one: {two\nEND\n              fi")),
  one("IB-YAML-SCRIPT", script("»# Comment\n            url=https://example.com\n            echo: $url")),
  one("IB-YAML-SCRIPT", script("»- if [ -f /x ]; then\n                echo status: none\n              fi")),
  one("IB-YAML-SCRIPT", script("- |\n            »set -e\n            echo a: b")),
  one("IB-YAML-SCRIPT", script("- »dnf install -y \\\n                git jq")),
  one("IB-YAML-SCRIPT", script("- »if [ -f /x ]; then\n                echo yes\n              fi")),
  one("IB-YAML-QUOTE", step("DeleteFile", "\n          - path: '/tmp/x'»\"")),
  one("IB-YAML-QUOTE", script("- 'C:\\Program Files\\x.exe' »/quiet")),
  one("IB-YAML-QUOTE", step("S3Download", "\n          - source: »s3://bucket/key'\n            destination: /x")),
  one("IB-YAML-QUOTE", step("DeleteFile", "\n          - path: »/tmp/x\"")),
  one("IB-YAML-CONTROL", `schemaVersion: 1.0\nname: "red »\u001b[31m"\n${tail}`),
  one("IB-DOC-NUL", `schemaVersion: 1.0\nname: a»\u0000b\n${tail}`),
  one("IB-DOC-SIZE", `»schemaVersion: 1.0\ndescription: ${"x".repeat(16_000)}\n${tail}`),
  one("IB-YAML-DEPTH", `schemaVersion: 1.0\nname: ${"[".repeat(64)}»[${"]".repeat(65)}\n${tail}`),
];
