package gatebook.store.file;

import gatebook.rules.entry.IdSource;
import gatebook.store.counters.Counters;
import gatebook.store.counters.HighMarks;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.metadata.Metadata;
import gatebook.store.metadata.MetadataKey;
import gatebook.store.sqlite.Database;
import gatebook.store.sqlite.Turn;
import gatebook.store.witness.Findings;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What an open register is given before it is used: a profile when it has none, and its lost numbers when it went back. */
final class SettingUp {
    private final Counters counters;
    private final Clock clock;
    private final IdSource ids;

    SettingUp(DeskHome home, Clock clock, IdSource ids) {
        this.counters = new Counters(home.counters());
        this.clock = clock;
        this.ids = ids;
    }

    List<Notice> carryOut(Database database) throws IOException {
        // Read first: what the side file says, the register has already, unless it went back.
        HighMarks everReached = counters.read().orElse(HighMarks.NONE);
        if (database.read(DeskProfile::find).isEmpty()) {
            database.write(Turn.GATE, session -> {
                if (DeskProfile.find(session).isEmpty()) {
                    DeskProfile.fresh(ids.next()).write(session, clock.instant());
                    Metadata.put(session, MetadataKey.INCARNATION, ids.next().toString(), clock.instant());
                }
                return session;
            });
        }
        DeskProfile desk = database.read(DeskProfile::read);
        HighMarks remembered = everReached.under(desk.deskCode());
        HighMarks inRegister = database.read(HighMarks::of);
        if (!remembered.isAheadOf(inRegister)) {
            return List.of();
        }
        HighMarks now = database.write(Turn.GATE, session -> {
            Instant at = clock.instant();
            NewLife.begin(session, remembered, ids, at);
            Findings.Gap gap = new Findings.Gap(inRegister.auditRow(), remembered.auditRow());
            if (gap.isOne()) {
                Findings.tailMissing(session, gap, new Findings.Found(at, ids));
            }
            return HighMarks.of(session);
        });
        counters.accept(now);
        return List.of(new Notice.WentBack(inRegister, remembered));
    }
}
