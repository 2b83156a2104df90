package gatebook.wire.compare;

import gatebook.wire.feed.Change;
import gatebook.wire.json.Decoded;
import gatebook.wire.json.JsonIn;
import gatebook.wire.json.JsonOut;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the records of a request stand at the cloud; those that the site does not hold are absent. */
public record RecordsAnswer(List<Held> records) {
    /** How far back {@code past} goes. */
    public static final int PAST_MAX = 50;

    /**
     * A record and where it came from.
     *
     * @param past fingerprints of the states that it went through at the cloud before this one, the newest first
     * @param lost the states that it went through in a history which was lost, as far as desks have told
     */
    public record Held(Change change, List<String> past, List<LostState> lost) {
        public Held {
            past = List.copyOf(past);
            lost = List.copyOf(lost);
        }
    }

    public RecordsAnswer {
        records = List.copyOf(records);
    }

    /** Reads an answer of the cloud's. */
    public static Decoded<RecordsAnswer> read(InputStream body, ZoneId zone, Currency currency) {
        return JsonIn.read(body, JsonIn.Unknown.IGNORED, in -> {
            List<Held> records = new ArrayList<>();
            in.object("", name -> {
                if (name.equals("records")) {
                    in.array(name, place -> held(in, place, zone, currency, records));
                }
                return name.equals("records");
            });
            return new RecordsAnswer(records);
        });
    }

    private static void held(JsonIn in, String place, ZoneId zone, Currency currency, List<Held> records) {
        @Nullable Change[] change = new Change[1];
        List<String> past = new ArrayList<>();
        List<LostState> lost = new ArrayList<>();
        in.object(place, name -> {
            String at = JsonIn.at(place, name);
            switch (name) {
                case "change" -> change[0] = Change.read(in, at, zone, currency);
                case "past" ->
                    in.array(at, element -> {
                        String hash = in.text(element);
                        past.add(hash == null ? "" : hash);
                    });
                case "lost" -> in.array(at, element -> LostState.read(in, element, lost));
                default -> {
                    return false;
                }
            }
            return true;
        });
        in.required(change[0], JsonIn.at(place, "change"));
        Change found = change[0];
        if (found != null) {
            records.add(new Held(found, past, lost));
        }
    }

    /** An answer as the cloud writes it. */
    public record Stored(List<StoredHeld> records) {
        public Stored {
            records = List.copyOf(records);
        }

        /** Writes the answer; flushes the stream and leaves it open. */
        public void write(OutputStream body) {
            JsonOut.write(
                    body,
                    out -> out.object(() -> out.name("records")
                            .array(() -> records.forEach(held -> out.object(() -> {
                                out.name("change");
                                held.change().write(out);
                                out.name("past").array(() -> held.past().forEach(out::element));
                                LostState.write(out, "lost", held.lost());
                            })))));
        }
    }

    /** As {@link Held}, with the image as it is stored. */
    public record StoredHeld(Change.Stored change, List<String> past, List<LostState> lost) {
        public StoredHeld {
            past = List.copyOf(past);
            lost = List.copyOf(lost);
        }
    }
}
