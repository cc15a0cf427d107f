import model from "./models/sts.json";
import { queryService } from "./protocols";

/** Who is calling: always a user of the account that the key stands for. */
export const sts = queryService(
  { name: "sts", version: "2011-06-15", namespace: "https://sts.amazonaws.com/doc/2011-06-15/" },
  model,
  {
    GetCallerIdentity: (_input, scope) => ({
      Arn: scope.arn("iam", "user/local", ""),
      UserId: "AIDALOCALLOCALLOCAL00",
      Account: scope.accountId,
    }),
  },
);
