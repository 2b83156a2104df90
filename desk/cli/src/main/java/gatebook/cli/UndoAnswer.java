package gatebook.cli;

import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.rules.undo.Part;
import gatebook.rules.undo.RunId;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.rollback.UndoItem;
import gatebook.store.rollback.UndoPlan;
import gatebook.store.rollback.UndoStep;
import gatebook.store.rollback.UndoStep.Reason;
import gatebook.wire.json.JsonOut;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an undo would do, or did, as an answer. */
final class UndoAnswer {
    private static final int SHOWN_MAX = 200;

    private final UndoPlan plan;
    private final ImageDifference difference;

    UndoAnswer(UndoPlan plan, DeskProfile desk) {
        this.plan = plan;
        this.difference = new ImageDifference(desk);
    }

    void rehearsal(JsonOut out) {
        fields(out, null);
        out.flag("dry_run", true);
    }

    void done(JsonOut out, @Nullable RunId undo) {
        fields(out, undo);
    }

    private void fields(JsonOut out, @Nullable RunId undo) {
        out.field("run", plan.run().number());
        if (undo == null) {
            out.none("undo_run");
        } else {
            out.field("undo_run", undo.number());
        }
        out.field("restored", count(step -> step instanceof UndoStep.Restore))
                .field("revived", count(step -> step instanceof UndoStep.Revive))
                .field("voided", count(step -> step instanceof UndoStep.Void))
                .field("brought_in", count(UndoAnswer::isBroughtIn))
                .field("left", count(step -> step instanceof UndoStep.Leave && !isBroughtIn(step)))
                .name("records")
                .array(() -> plan.items().forEach(item -> document(out, item)));
    }

    private static void document(JsonOut out, UndoItem item) {
        UndoStep step = item.step();
        out.object(() -> {
            out.field("uuid", item.record().toString())
                    .field("ticket_no", item.ticket().text())
                    .field("action", action(step));
            names(out, "fields", changed(step).map(Field::text).toList());
            names(out, "kept", kept(step));
            out.field(
                            "reason",
                            step instanceof UndoStep.Leave left ? left.reason().name() : null)
                    .field("detail", step instanceof UndoStep.Leave left ? left.detail() : null)
                    .field(
                            "payment_taken_back",
                            step.paymentTakenBack()
                                    .map(paid -> paid.stay().fee().major())
                                    .orElse(null));
        });
    }

    private static void names(JsonOut out, String name, List<String> names) {
        out.name(name).array(() -> names.forEach(out::element));
    }

    /** What is to come, for whoever asked. */
    void plan(PrintStream out) {
        Table table = new Table("ticket", "comes to", "what");
        plan.items().stream()
                .filter(item -> !isBroughtIn(item.step()))
                .limit(SHOWN_MAX)
                .forEach(item -> table.row(item.ticket().text(), action(item.step()), what(item.step())));
        long rows =
                plan.items().stream().filter(item -> !isBroughtIn(item.step())).count();
        if (rows > 0) {
            table.print(out);
        }
        if (rows > SHOWN_MAX) {
            out.println("… and " + (rows - SHOWN_MAX) + " more (with --json: all)");
        }
        long broughtIn = count(UndoAnswer::isBroughtIn);
        if (broughtIn > 0) {
            out.println(broughtIn + " records that run " + plan.run()
                    + " brought in for the first time stay; with --all they are voided");
        }
        if (plan.changed() == 0) {
            out.println("nothing is left to undo of run " + plan.run());
        }
    }

    /** What came of it, after the plan. */
    void result(PrintStream out, @Nullable RunId undo) {
        if (undo != null) {
            out.println("done: " + plan.changed() + " records; this undo is run " + undo + " and can be undone itself");
        }
    }

    private long count(Predicate<UndoStep> which) {
        return plan.items().stream().map(UndoItem::step).filter(which).count();
    }

    private static boolean isBroughtIn(UndoStep step) {
        return step instanceof UndoStep.Leave left && left.reason() == Reason.BROUGHT_IN;
    }

    private static String action(UndoStep step) {
        return switch (step) {
            case UndoStep.Restore _ -> "restored";
            case UndoStep.Revive _ -> "revived";
            case UndoStep.Void _ -> "voided";
            case UndoStep.Leave _ -> "left";
        };
    }

    private String what(UndoStep step) {
        String change = switch (step) {
            case UndoStep.Restore(Entry before, Entry after, var _) -> difference.between(before, after);
            case UndoStep.Revive(Entry after, var _) -> after.plate() + " is back in the lists";
            case UndoStep.Void(Entry before, var _) -> before.plate() + " leaves the lists";
            case UndoStep.Leave(Reason reason, String detail, var _) ->
                reason.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + detail;
        };
        List<String> kept = kept(step);
        return change
                + (kept.isEmpty() ? "" : "; kept as later work: " + String.join(", ", kept))
                + step.paymentTakenBack()
                        .map(paid -> "; takes back the payment of " + payment(paid) + ", which stays in its history")
                        .orElse("");
    }

    private static Stream<Field> changed(UndoStep step) {
        return step instanceof UndoStep.Restore(Entry before, Entry after, var _)
                ? Stream.of(Field.values()).filter(field -> !Objects.equals(field.in(before), field.in(after)))
                : Stream.empty();
    }

    private static List<String> kept(UndoStep step) {
        List<Part> parts = switch (step) {
            case UndoStep.Restore(var _, var _, List<Part> kept) -> kept;
            case UndoStep.Revive(var _, List<Part> kept) -> kept;
            case UndoStep.Void _ -> List.of();
            case UndoStep.Leave(var _, var _, List<Part> kept) -> kept;
        };
        return parts.stream()
                .flatMap(part -> part.fields().stream())
                .map(Field::text)
                .toList();
    }

    private static String payment(Entry paid) {
        String type = paid.payment().type();
        return paid.stay().fee() + (type == null ? "" : " " + type);
    }
}
