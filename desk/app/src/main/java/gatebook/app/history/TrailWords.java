package gatebook.app.history;

import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.store.record.AuditLog;
import gatebook.store.witness.Finding;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A look at the audit trail in the reader's words. */
public final class TrailWords {
    private final Words words;
    private final Times times;

    public TrailWords(Words words, Times times) {
        this.words = words;
        this.times = times;
    }

    /**
     * What the trail shows, and what was found out about it that it cannot show.
     *
     * @param findings that nobody has acknowledged
     */
    public record Look(AuditLog.Verification trail, List<Finding> findings) {
        public Look {
            findings = List.copyOf(findings);
        }

        /** Whether there is nothing to ask anybody about. */
        public boolean isGood() {
            return trail instanceof AuditLog.Verification.Sound && findings.isEmpty();
        }
    }

    /** One sentence on the trail, and one on each finding. */
    public String of(Look look) {
        return Stream.concat(
                        Stream.of(trail(look.trail())), look.findings().stream().map(this::finding))
                .collect(Collectors.joining("\n"));
    }

    /** One sentence on the trail itself. */
    String trail(AuditLog.Verification trail) {
        return switch (trail) {
            case AuditLog.Verification.Sound(long rows) -> words.say("history.sound", rows);
            case AuditLog.Verification.Broken(long row, var flaw) ->
                words.say(
                        "history.broken",
                        row,
                        words.say("history.flaw." + flaw.name().toLowerCase(Locale.ROOT)));
            case AuditLog.Verification.Apart(long rows, String record) -> words.say("history.apart", rows, record);
        };
    }

    /** One sentence on a finding. */
    String finding(Finding finding) {
        String kind = finding.kind().text().toLowerCase(Locale.ROOT).replace('_', '-');
        return words.say("history.finding." + kind, times.whole(finding.foundAt()), finding.id());
    }
}
