package gatebook.store;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.rules.entry.IdSource;
import gatebook.store.file.DeskHome;
import gatebook.store.file.Opening;
import gatebook.store.file.Register;
import gatebook.store.file.RegisterFile;
import gatebook.store.file.Scrutiny;
import gatebook.store.operation.Arrival;
import gatebook.store.operation.Outcome;
import gatebook.store.operation.RegisterEntry;
import gatebook.store.record.EntryRow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A desk in a folder of its own, with a clock that stands still until it is moved and ids that count up. */
public final class TestDesk {
    private final DeskHome home;
    private final AtomicLong lastId;
    private Instant now = Instant.parse("2026-11-22T06:40:10.536Z");

    public TestDesk(Path folder) {
        this(folder, 0);
    }

    /** A desk whose ids begin after {@code lastId}, for a second one on the same files. */
    public TestDesk(Path folder, long lastId) {
        this.home = new DeskHome(folder);
        this.lastId = new AtomicLong(lastId);
    }

    public DeskHome home() {
        return home;
    }

    public Instant now() {
        return now;
    }

    public void wait(Duration time) {
        now = now.plus(time);
    }

    public IdSource ids() {
        return () -> new UUID(0x0193_0000_0000_7000L, 0x8000_0000_0000_0000L | lastId.incrementAndGet());
    }

    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    public RegisterFile file() {
        return new RegisterFile(home, clock(), ids());
    }

    public Opening open() {
        return file().open(Scrutiny.USUAL);
    }

    /** The register, which must open. */
    public Register register() {
        Opening opening = open();
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        return ((Opening.Opened) opening).register();
    }

    /** Writes a vehicle in, a minute after the last one. */
    public EntryRow enter(Register register, String plate) {
        wait(Duration.ofMinutes(1));
        Outcome outcome = new RegisterEntry(register.database(), clock(), ids())
                .register(new Arrival(plate, "Trailer", "Konkan Carriers", null, null, null, null, null, "System"));
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done) outcome).row();
    }

    /** Opens the register, writes these vehicles in and closes it. */
    public void work(String... plates) {
        try (Register register = register()) {
            for (String plate : plates) {
                enter(register, plate);
            }
        }
    }
}
