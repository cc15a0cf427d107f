/** What was given is no plan that a summary could be made of. The message is for the person at the terminal. */
export class UnusablePlan extends Error {
  public override readonly name = "UnusablePlan";
}
