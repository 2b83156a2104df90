package gatebook.checks.source;

/** A place in a file where a rule is broken: a line counted from 1, and what stands there. */
public record Spot(int line, String what) {}
