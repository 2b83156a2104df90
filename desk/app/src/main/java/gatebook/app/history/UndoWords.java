package gatebook.app.history;

import gatebook.app.words.Amounts;
import gatebook.app.words.FieldWords;
import gatebook.app.words.Words;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.store.rollback.UndoItem;
import gatebook.store.rollback.UndoPlan;
import gatebook.store.rollback.UndoStep;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What an undo would do, for whoever is about to ask for it. */
record UndoWords(Words words, FieldWords fields) {
    /** The whole of it in one sentence. */
    String summary(UndoPlan plan) {
        long left = plan.items().stream()
                .map(UndoItem::step)
                .filter(step -> step instanceof UndoStep.Leave leave && leave.reason() != UndoStep.Reason.BROUGHT_IN)
                .count();
        long broughtIn = plan.items().stream()
                .map(UndoItem::step)
                .filter(step -> step instanceof UndoStep.Leave leave && leave.reason() == UndoStep.Reason.BROUGHT_IN)
                .count();
        return words.say("history.undo-summary", plan.changed(), left, broughtIn);
    }

    /** One record of it. */
    String line(UndoItem item) {
        return item.ticket().text() + "   " + what(item.step()) + kept(item.step()) + payment(item.step());
    }

    private String what(UndoStep step) {
        return switch (step) {
            case UndoStep.Restore(Entry before, Entry after, var _) ->
                Moment.between(before, after).stream()
                        .map(each -> each.inWords(words, fields))
                        .collect(Collectors.joining("; "));
            case UndoStep.Revive(Entry after, var _) ->
                words.say("history.undo-revive", after.plate().toString());
            case UndoStep.Void(Entry before, var _) ->
                words.say("history.undo-void", before.plate().toString());
            case UndoStep.Leave leave ->
                words.say("history.leave."
                        + leave.reason().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        };
    }

    private String kept(UndoStep step) {
        List<Field> kept = switch (step) {
            case UndoStep.Restore(var _, var _, var parts) ->
                parts.stream().flatMap(part -> part.fields().stream()).toList();
            case UndoStep.Revive(var _, var parts) ->
                parts.stream().flatMap(part -> part.fields().stream()).toList();
            case UndoStep.Void _, UndoStep.Leave _ -> List.of();
        };
        return kept.isEmpty()
                ? ""
                : "; "
                        + words.say(
                                "history.undo-kept",
                                kept.stream().map(fields::name).collect(Collectors.joining(", ")));
    }

    private String payment(UndoStep step) {
        return step.paymentTakenBack()
                .map(paid -> "; "
                        + words.say(
                                "history.undo-payment",
                                new Amounts(words).say(paid.stay().fee())))
                .orElse("");
    }
}
