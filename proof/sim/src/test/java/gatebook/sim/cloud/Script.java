package gatebook.sim.cloud;

import gatebook.rules.entry.EntryId;
import gatebook.rules.entry.FieldGroup;
import gatebook.rules.merge.Strategy;
import gatebook.wire.audit.TrailHead;
import gatebook.wire.compare.Span;
import gatebook.wire.feed.ChangesPage;
import gatebook.wire.feed.Cursor;
import gatebook.wire.push.OutgoingOperation;
import gatebook.wire.push.PushRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Runs a scenario on one cloud. Its steps are parted by semicolons; those with a colon are pushes:
 *
 * <pre>
 * A: new a P1@10:00     desk A pushes                A(7): …   under the number 7
 * A&gt;: …                 naming the cursor it follows  A?: …     as a rehearsal
 * A pull 2              the next page of at most two  A seen    the same, naming where its last push saw the end
 * A load · A on b       a first load · goes on after b
 * A end · A compare a-c · A list · A look a b
 * A trail 3a 5b         an empty push: its trail has a at row 3, and ends with b at 5 · A trail? …   as a rehearsal
 * A past 7              are the places that it knows still there; walked up to 7
 * join C · revoke A · wait PT15M · save x · lose x (a restore under the old name) · renew x (under a new one)
 * </pre>
 *
 * Desks A and B have joined already.
 */
final class Script {
    private static final Pattern PUSH = Pattern.compile("([A-Z])(?:\\((-?\\d+)\\))?([?>]*): ?(.*)");
    private static final Pattern SPAN = Pattern.compile("(\\w*)-(\\w*)");

    /** No two transactions of a site have the same time. */
    private static final Duration BETWEEN_STEPS = Duration.ofMillis(1);

    private final Session session;
    private final HandClock clock;
    private final Names names = new Names();
    private final OperationWords words = new OperationWords();
    private final List<Heard> heard = new ArrayList<>();

    Script(SiteCloud cloud, HandClock clock) {
        this.session = new Session(cloud);
        this.clock = clock;
        clock.set(HandClock.NOON);
        for (String desk : List.of("A", "B")) {
            session.code(desk);
            hear("join " + desk, session.join(desk, desk, Optional.empty()));
        }
        heard.clear();
    }

    /** Runs all steps, looks at everything that the cloud then holds, and answers what was heard. */
    List<Heard> run(String steps) {
        for (String step : steps.split(";", -1)) {
            if (!step.isBlank()) {
                take(step.strip());
            }
        }
        List<Heard> answered = List.copyOf(heard);
        lookAtAll();
        return answered;
    }

    /** Everything that was heard, the last look included. */
    List<Heard> heard() {
        return List.copyOf(heard);
    }

    /** One push of operations made by hand. */
    void push(String desk, PushRequest.DryRun mode, List<OutgoingOperation> operations) {
        hear(desk + " " + operations, session.push(desk, session.next(desk), mode, session.followed(desk), operations));
    }

    void take(String step) {
        clock.pass(BETWEEN_STEPS);
        Matcher push = PUSH.matcher(step);
        if (push.matches()) {
            push(step, push);
            return;
        }
        String[] word = step.split(" +");
        switch (word[0]) {
            case "join" -> join(step, word);
            case "code" -> session.code(word[1]);
            case "revoke" -> session.revoke(word[1]);
            case "wait" -> clock.pass(Duration.parse(word[1]));
            case "save" -> session.save(word[1]);
            case "lose" -> session.restore(word[1], SiteCloud.History.SAME);
            case "renew" -> session.restore(word[1], SiteCloud.History.NEW);
            case "choose" -> session.cloud().choose(FieldGroup.valueOf(word[1]), Strategy.valueOf(word[2]));
            case "health" -> hear(step, session.cloud().health());
            default -> ask(step, word);
        }
    }

    private void push(String step, Matcher push) {
        String desk = push.group(1);
        long number = push.group(2) == null ? session.next(desk) : Long.parseLong(push.group(2));
        String flags = push.group(3);
        hear(
                step,
                session.push(
                        desk,
                        number,
                        flags.contains("?") ? PushRequest.DryRun.YES : PushRequest.DryRun.NO,
                        flags.contains(">") ? session.followed(desk) : null,
                        words.read(push.group(4))));
    }

    private void join(String step, String[] word) {
        String code = word.length > 2 ? word[2] : word[1];
        if (word.length < 3) {
            session.code(word[1]);
        }
        hear(step, session.join(word[1], code, Optional.ofNullable(word.length > 3 ? word[3] : null)));
    }

    private void ask(String step, String[] word) {
        String desk = word[0];
        String rest = word.length > 2 ? word[2] : "";
        switch (word[1]) {
            case "pull" -> hear(step, session.pull(desk, null, limit(rest)));
            case "seen" -> hear(step, session.pull(desk, session.seen(desk), limit(rest)));
            case "load" -> hear(step, session.load(desk));
            case "on" -> hear(step, session.loadOn(desk, Sample.record(rest)));
            case "end" -> hear(step, session.end(desk));
            case "forget" -> session.forget(desk);
            case "follow" -> session.follow(desk, new Cursor(rest));
            case "compare" -> hear(step, session.compare(desk, spans(word)));
            case "trail" -> hear(step, session.tell(desk, PushRequest.DryRun.NO, trail(word)));
            case "trail?" -> hear(step, session.tell(desk, PushRequest.DryRun.YES, trail(word)));
            case "past" -> hear(step, session.past(desk, rest.isEmpty() ? 0 : Long.parseLong(rest)));
            case "list" -> hear(step, session.list(desk, rest.isEmpty() ? Span.ALL : span(rest)));
            case "look" ->
                hear(
                        step,
                        session.records(
                                desk,
                                Stream.of(word).skip(2).map(Sample::record).toList()));
            default -> throw new IllegalArgumentException("no step: " + step);
        }
    }

    private static int limit(String text) {
        return text.isEmpty() ? ChangesPage.CHANGES_MAX : Integer.parseInt(text);
    }

    private static List<TrailHead> trail(String[] word) {
        return Stream.of(word).skip(2).map(Sample::head).toList();
    }

    private static List<Span> spans(String[] word) {
        return Stream.of(word).skip(2).map(Script::span).toList();
    }

    private static Span span(String text) {
        Matcher ends = SPAN.matcher(text);
        if (!ends.matches()) {
            throw new IllegalArgumentException("no span: " + text);
        }
        EntryId from = ends.group(1).isEmpty() ? Span.ALL.from() : Sample.record(ends.group(1));
        EntryId to = ends.group(2).isEmpty() ? Span.ALL.to() : Sample.record(ends.group(2));
        return new Span(from, to);
    }

    private void lookAtAll() {
        String desk = "Z"; // joins for this alone, so that nobody's state is touched
        session.code(desk);
        hear("join Z", session.join(desk, desk, Optional.empty()));
        hear("all of the feed", session.pull(desk, null, ChangesPage.CHANGES_MAX));
        Reply<SiteSnapshot> loaded = session.load(desk);
        hear("all records", loaded);
        hear("what they come to", session.compare(desk, List.of(Span.ALL)));
        if (loaded instanceof Reply.Heard<SiteSnapshot>(SiteSnapshot all)
                && !all.changes().isEmpty()
                && all.changes().size() <= 500) {
            hear(
                    "their past",
                    session.records(
                            desk,
                            all.changes().stream()
                                    .map(change -> change.record())
                                    .toList()));
        }
        session.cloud().deeds().forEach(deed -> heard.add(new Heard("deed", "", names.of(deed))));
    }

    private void hear(String step, Reply<?> reply) {
        heard.add(new Heard(step, Said.of(reply), names.of(reply)));
    }

    /** Ids for a model, one after the other. */
    static gatebook.rules.entry.IdSource ids() {
        long[] last = {0};
        return () -> new UUID(0x7000, 0x8000_0000_0000_0000L | ++last[0]);
    }
}
