package gatebook.wire.push;

import gatebook.rules.merge.ConflictType;
import gatebook.rules.refusal.FieldError;
import gatebook.rules.refusal.FieldFault;
import gatebook.wire.audit.TrailHead;
import gatebook.wire.entry.ImageReading;
import gatebook.wire.feed.Cursor;
import gatebook.wire.feed.HistoryId;
import gatebook.wire.json.JsonIn;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One pass over the answer to a push. */
final class AnswerReading {
    private final JsonIn in;
    private final ZoneId zone;
    private final Currency currency;
    private final List<PushAnswer.Result> results = new ArrayList<>();
    private @Nullable UUID history;
    private @Nullable String cursor;
    private @Nullable String end;
    private @Nullable TrailHead trail;

    AnswerReading(JsonIn in, ZoneId zone, Currency currency) {
        this.in = in;
        this.zone = zone;
        this.currency = currency;
    }

    @Nullable
    PushAnswer answer() {
        in.object("", name -> {
            switch (name) {
                case "history_id" -> history = in.uuid(name);
                case "cursor" -> cursor = in.isNull() ? null : in.text(name);
                case "end" -> end = in.isNull() ? null : in.text(name);
                case "audit_head" -> trail = in.isNull() ? null : TrailHead.read(in, name);
                case "results" -> in.array(name, place -> new OneResult(place).read());
                default -> {
                    return false;
                }
            }
            return true;
        });
        in.required(history, "history_id");
        if (history == null) {
            return null; // noted above
        }
        return new PushAnswer(new HistoryId(history), results, cursor(cursor), cursor(end), trail);
    }

    private static @Nullable Cursor cursor(@Nullable String token) {
        return token != null && Cursor.isWellFormed(token) ? new Cursor(token) : null;
    }

    /** One element of {@code results}. */
    private final class OneResult {
        private final String place;
        private @Nullable UUID opId;
        private @Nullable String outcome;
        private @Nullable String conflictType;
        private @Nullable Long version;
        private @Nullable Long remoteId;
        private @Nullable Long seq;
        private @Nullable Boolean deleted = false;
        private @Nullable String data;
        private Optional<OpOutcome.Warning> warning = Optional.empty();
        private final List<FieldError> errors = new ArrayList<>();

        OneResult(String place) {
            this.place = place;
        }

        void read() {
            in.object(place, this::field);
            in.required(opId, JsonIn.at(place, "op_id"));
            in.required(outcome, JsonIn.at(place, "outcome"));
            if (opId != null && outcome != null) {
                results.add(new PushAnswer.Result(new OpId(opId), outcome(outcome)));
            }
        }

        private boolean field(String name) {
            String at = JsonIn.at(place, name);
            switch (name) {
                case "op_id" -> opId = in.uuid(at);
                case "outcome" -> outcome = in.text(at);
                case "version" -> version = in.whole(at, 0);
                case "remote_id" -> remoteId = in.whole(at, 0);
                case "seq" -> seq = in.whole(at, 0);
                case "conflict_type" -> conflictType = in.text(at);
                case "deleted" -> deleted = in.flag(at);
                case "data" -> data = ImageReading.read(in, at, zone, currency);
                case "warning" -> warning(at);
                case "errors" -> in.array(at, this::error);
                default -> {
                    return false;
                }
            }
            return true;
        }

        private void warning(String at) {
            @Nullable String[] type = new String[1];
            @Nullable String[] image = new String[1];
            in.object(at, name -> {
                switch (name) {
                    case "conflict_type" -> type[0] = in.text(JsonIn.at(at, name));
                    case "data" -> image[0] = ImageReading.read(in, JsonIn.at(at, name), zone, currency);
                    default -> {
                        return false;
                    }
                }
                return true;
            });
            Optional<ConflictType> known = conflictType(type[0]);
            String other = image[0];
            if (known.isPresent() && other != null) {
                warning = Optional.of(new OpOutcome.Warning(known.get(), other));
            }
        }

        private void error(String at) {
            String[] parts = {"$", "", ""};
            in.object(at, name -> {
                int part = List.of("field", "code", "detail").indexOf(name);
                if (part < 0) {
                    return false;
                }
                String text = in.text(JsonIn.at(at, name));
                parts[part] = text == null ? "" : text;
                return true;
            });
            FieldFault code = Arrays.stream(FieldFault.values())
                    .filter(fault -> fault.name().equals(parts[1]))
                    .findFirst()
                    .orElse(FieldFault.CONTRADICTS);
            errors.add(new FieldError(parts[0], code, parts[2]));
        }

        private OpOutcome outcome(String word) {
            return switch (word) {
                case "applied" ->
                    new OpOutcome.Applied(
                            needed("version", version), needed("remote_id", remoteId), needed("seq", seq), warning);
                case "duplicate" -> new OpOutcome.Duplicate(needed("version", version), needed("remote_id", remoteId));
                case "conflict" ->
                    conflictType(conflictType)
                            .<OpOutcome>map(type -> new OpOutcome.Conflict(
                                    type,
                                    needed("version", version),
                                    Boolean.TRUE.equals(deleted) ? OpOutcome.Standing.VOIDED : OpOutcome.Standing.LIVE,
                                    data))
                            .orElseGet(OpOutcome.RetryLater::new);
                case "rejected" -> new OpOutcome.Rejected(errors);
                default -> new OpOutcome.RetryLater();
            };
        }

        private long needed(String name, @Nullable Long number) {
            in.required(number, JsonIn.at(place, name));
            return number == null ? 0 : number;
        }

        private static Optional<ConflictType> conflictType(@Nullable String word) {
            return Arrays.stream(ConflictType.values())
                    .filter(type -> type.name().equals(word))
                    .findFirst();
        }
    }
}
