/** The system's code of a failed file operation, such as `ENOENT`; the whole error where it has none. */
export function fileErrorCode(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : String(error);
}
