package gatebook.checks.arrows;

/** A public class that no other package uses, for showing that the rule can fail. */
public final class UnusedSample {}
