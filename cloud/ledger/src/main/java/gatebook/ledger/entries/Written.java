package gatebook.ledger.entries;

import gatebook.rules.refusal.FieldError;
import gatebook.wire.push.OpOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a write of one entry comes to; each way of writing has its own few of these. */
public sealed interface Written {
    /** What {@code create} comes to. */
    sealed interface Creation extends Written {}

    /** What {@code replace} comes to. */
    sealed interface Replacement extends Written {}

    /** What {@code voidEntry} comes to. */
    sealed interface Voiding extends Written {}

    /**
     * The entry stands as given, now or, for a repeated creation, since its first time.
     *
     * @param warning the other record, where the same vehicle is now inside twice; null otherwise
     */
    record Kept(StoredEntry entry, OpOutcome.@Nullable Warning warning) implements Creation, Replacement {}

    /** The entry is voided. */
    record Voided() implements Voiding {}

    /** The caller's version is not the current one; nothing changed. */
    record Stale(StoredEntry current) implements Replacement, Voiding {}

    /** The site holds no such live entry. */
    record Unknown() implements Replacement, Voiding {}

    /** The cloud holds another record that this one contradicts: its own id in use already, or the same visit. */
    record Clashes(OpOutcome.Conflict conflict) implements Creation {}

    /** The key came before with another body; nothing changed. */
    record KeyReused() implements Creation {}

    /** The entry can never be kept as it is. */
    record Refused(List<FieldError> errors) implements Creation, Replacement {
        public Refused {
            errors = List.copyOf(errors);
        }
    }
}
