package gatebook.checks.source;

import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a rule gives way because it would make the code worse, or until a listed fault is mended. An exemption that
 * covers nothing fails as well, so that this list stays true.
 */
public final class Exemptions {
    private static final List<Exemption> ALL = List.of(
            // For good.
            new Exemption(
                    "boolean-parameter",
                    "trade/wire/src/main/java/gatebook/wire/json/JsonOut.java",
                    "flag writes a boolean field of a message: the boolean is the value, not a switch"),
            new Exemption(
                    "public-unused",
                    "desk/files/src/main/java/gatebook/files/exporting/EntrySource.java",
                    "cli hands in a method reference, which names no type"),
            new Exemption(
                    "public-unused",
                    "desk/files/src/main/java/gatebook/files/importing/LegacyFile.java",
                    "the export's test reads back what it wrote, from the package beside"),
            new Exemption(
                    "public-unused",
                    "desk/files/src/main/java/gatebook/files/importing/Reading.java",
                    "what LegacyFile answers"),
            new Exemption(
                    "public-unused",
                    "desk/files/src/main/java/gatebook/files/importing/LegacyRows.java",
                    "what LegacyFile answers row by row"),
            new Exemption(
                    "public-unused",
                    "desk/app/src/main/java/gatebook/app/DeskApplication.java",
                    "JavaFX makes it by its name, which needs a public class"),
            // Until it is mended.
            new Exemption(
                    "parameter-count",
                    "desk/store/src/main/java/gatebook/store/operation/LocalWriting.java",
                    "write takes six; the row and what it becomes would make one value"),
            new Exemption(
                    "parameter-count",
                    "desk/store/src/main/java/gatebook/store/exchange/ConflictTable.java",
                    "add takes six; the images of a conflict would make one value"),
            new Exemption(
                    "optional-kept",
                    "trade/rules/src/main/java/gatebook/rules/merge/Merge.java",
                    "decide takes an Optional base"),
            new Exemption(
                    "optional-kept",
                    "trade/rules/src/main/java/gatebook/rules/merge/Sides.java",
                    "takes the Optional base of Merge"),
            new Exemption(
                    "optional-kept",
                    "trade/rules/src/main/java/gatebook/rules/merge/VoidAgainstChange.java",
                    "takes the Optional base of Merge"),
            new Exemption(
                    "optional-kept",
                    "trade/wire/src/main/java/gatebook/wire/device/EnrolmentRequest.java",
                    "the wished desk code is an Optional component"),
            new Exemption(
                    "optional-kept",
                    "trade/wire/src/main/java/gatebook/wire/push/AnswerReading.java",
                    "collects the warning of OpOutcome as it is typed there"),
            new Exemption(
                    "optional-kept",
                    "trade/wire/src/main/java/gatebook/wire/push/OpOutcome.java",
                    "the warning is an Optional component, while the image beside it is @Nullable"));

    private Exemptions() {}

    /** Fails with the findings that are not exempt, and with the exemptions of this rule that cover nothing. */
    public static void hold(String rule, Stream<Finding> findings) {
        List<String> complaints = complaints(rule, findings.toList(), ALL);
        if (!complaints.isEmpty()) {
            fail(complaints.stream().collect(Collectors.joining("\n", complaints.size() + " x " + rule + "\n", "\n")));
        }
    }

    static List<String> complaints(String rule, List<Finding> findings, List<Exemption> exemptions) {
        List<Exemption> ours =
                exemptions.stream().filter(one -> one.rule().equals(rule)).toList();
        List<String> complaints = new ArrayList<>();
        for (Finding finding : findings) {
            if (ours.stream().noneMatch(one -> one.path().equals(finding.path()))) {
                complaints.add(finding.toString());
            }
        }
        for (Exemption exemption : ours) {
            if (findings.stream().noneMatch(finding -> finding.path().equals(exemption.path()))) {
                complaints.add("%s: %s: keeps the rule now -> remove its exemption".formatted(exemption.path(), rule));
            }
        }
        return complaints;
    }
}
