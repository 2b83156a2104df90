package gatebook.app.settings;

import gatebook.app.desk.OpenDesk;
import gatebook.app.history.TrailWords;
import gatebook.app.words.Times;
import gatebook.app.words.Words;
import gatebook.store.backup.Backup;
import gatebook.store.file.Notice;
import gatebook.store.query.SyncCounts;
import gatebook.store.record.AuditLog;
import gatebook.store.witness.Findings;
import java.util.List;

/** A look at the desk's health: the file, the trail, the numbers, the backups, what waits. Reads it all: off the window's thread. */
record Health(List<Finding> findings) {
    Health {
        findings = List.copyOf(findings);
    }

    /** One thing that was looked at. */
    record Finding(State state, String words) {}

    /** How it stands with it. */
    enum State {
        OK,
        LOOK,
        BAD
    }

    static Health of(OpenDesk desk, Words words, Times times) {
        return new Health(List.of(
                file(desk, words),
                trail(desk, words, times),
                numbers(desk, words),
                backups(desk, words, times),
                waiting(desk, words)));
    }

    private static Finding file(OpenDesk desk, Words words) {
        List<String> wrong = desk.register().check();
        return wrong.isEmpty()
                ? new Finding(
                        State.OK,
                        words.say("health.file-sound", desk.register().home().register()))
                : new Finding(State.BAD, words.say("health.file-damaged", String.join("; ", wrong)));
    }

    private static Finding trail(OpenDesk desk, Words words, Times times) {
        TrailWords.Look look = desk.database()
                .read(session -> new TrailWords.Look(AuditLog.verify(session), Findings.unexplained(session)));
        return new Finding(look.isGood() ? State.OK : State.BAD, new TrailWords(words, times).of(look));
    }

    private static Finding numbers(OpenDesk desk, Words words) {
        boolean wentBack = desk.register().notices().stream().anyMatch(notice -> notice instanceof Notice.WentBack);
        return wentBack
                ? new Finding(State.LOOK, words.say("health.went-back"))
                : new Finding(State.OK, words.say("health.numbers"));
    }

    private static Finding backups(OpenDesk desk, Words words, Times times) {
        List<Backup> backups = desk.register().backups().list();
        return backups.isEmpty()
                ? new Finding(State.LOOK, words.say("health.no-backup"))
                : new Finding(
                        State.OK,
                        words.say(
                                "health.backups",
                                backups.size(),
                                times.whole(backups.getFirst().at())));
    }

    private static Finding waiting(OpenDesk desk, Words words) {
        SyncCounts counts = desk.exchange().counts();
        State state = counts.failed() + counts.conflicts() > 0 ? State.LOOK : State.OK;
        return new Finding(state, words.say("health.waiting", counts.pending(), counts.conflicts(), counts.failed()));
    }
}
