import { queryService } from "./protocols";

/** Who is calling: always a user of the account that the key stands for. */
export const sts = queryService("sts", "2011-06-15", "https://sts.amazonaws.com/doc/2011-06-15/", {
  GetCallerIdentity: (_form, scope) => ({
    Arn: scope.arn("iam", "user/local", ""),
    UserId: "AIDALOCALLOCALLOCAL00",
    Account: scope.accountId,
  }),
});
