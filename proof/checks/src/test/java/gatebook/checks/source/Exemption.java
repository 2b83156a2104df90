package gatebook.checks.source;

/** A file in which a rule gives way, and why. */
public record Exemption(String rule, String path, String reason) {

    public Exemption {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("an exemption needs a reason");
        }
    }
}
