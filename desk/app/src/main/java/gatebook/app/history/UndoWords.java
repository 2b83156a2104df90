package gatebook.app.history;

import gatebook.app.words.Amounts;
import gatebook.app.words.FieldWords;
import gatebook.app.words.Words;
import gatebook.rules.entry.Entry;
import gatebook.rules.entry.Field;
import gatebook.store.rollback.UndoItem;
import gatebook.store.rollback.UndoPlan;
import gatebook.store.rollback.UndoStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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

    /** One record of it: its ticket and vehicle, then a line for each thing that happens to it. */
    List<String> lines(UndoItem item) {
        List<String> lines = new ArrayList<>();
        lines.add(vehicle(item.step())
                .map(plate -> item.ticket().text() + "   " + plate)
                .orElse(item.ticket().text()));
        lines.addAll(what(item.step()));
        kept(item.step()).ifPresent(lines::add);
        item.step()
                .paymentTakenBack()
                .map(paid -> words.say(
                        "history.undo-payment",
                        new Amounts(words).say(paid.stay().fee())))
                .ifPresent(lines::add);
        return List.copyOf(lines);
    }

    private static Optional<String> vehicle(UndoStep step) {
        return switch (step) {
            case UndoStep.Restore(Entry before, var _, var _) ->
                Optional.of(before.plate().typed());
            case UndoStep.Revive(Entry after, var _) ->
                Optional.of(after.plate().typed());
            case UndoStep.Void(Entry before, var _) ->
                Optional.of(before.plate().typed());
            case UndoStep.Leave _ -> Optional.empty();
        };
    }

    private List<String> what(UndoStep step) {
        return switch (step) {
            case UndoStep.Restore(Entry before, Entry after, var _) ->
                Moment.between(before, after).stream()
                        .map(each -> each.inWords(words, fields))
                        .toList();
            case UndoStep.Revive(Entry after, var _) ->
                List.of(words.say("history.undo-revive", after.plate().toString()));
            case UndoStep.Void(Entry before, var _) ->
                List.of(words.say("history.undo-void", before.plate().toString()));
            case UndoStep.Leave leave ->
                List.of(words.say("history.leave."
                        + leave.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')));
        };
    }

    private Optional<String> kept(UndoStep step) {
        List<Field> kept = switch (step) {
            case UndoStep.Restore(var _, var _, var parts) ->
                parts.stream().flatMap(part -> part.fields().stream()).toList();
            case UndoStep.Revive(var _, var parts) ->
                parts.stream().flatMap(part -> part.fields().stream()).toList();
            case UndoStep.Void _, UndoStep.Leave _ -> List.of();
        };
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(words.say(
                        "history.undo-kept", kept.stream().map(fields::name).collect(Collectors.joining(", "))));
    }
}
