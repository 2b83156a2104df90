package gatebook.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import gatebook.store.Child;
import gatebook.store.TestDesk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockTest {
    @TempDir
    Path folder;

    private TestDesk desk;

    @BeforeEach
    void aDesk() {
        desk = new TestDesk(folder.resolve("home"));
        desk.work("1234");
    }

    @Test
    void oneProcessSyncsAndOthersReadAndWrite() throws Exception {
        try (Child child = Child.start(Syncing.class, desk.home().folder());
                Register register = desk.register()) {
            assertThat(child.line()).isEqualTo("syncing");
            assertThat(register.lockSync()).isEmpty();
            desk.wait(Duration.ofHours(1));
            desk.enter(register, "5678");
            child.kill();
            Optional<SyncLock> lock = register.lockSync();
            assertThat(lock).as("the right ends with the process").isPresent();
            lock.orElseThrow().close();
        }
    }

    /** A child that syncs until it is ended. */
    static final class Syncing {
        public static void main(String[] args) throws IOException {
            Register register = new TestDesk(Path.of(args[0])).register();
            System.out.println(register.lockSync().isPresent() ? "syncing" : "not syncing");
            System.in.read();
        }
    }

    /** A child that has the register open until it is ended. */
    static final class Holding {
        public static void main(String[] args) throws IOException {
            Register register = new TestDesk(Path.of(args[0])).register();
            System.out.println("open");
            System.in.read();
            register.close();
        }
    }

    @Test
    void withinOneProcessTooOnlyOneSyncs() {
        try (Register first = desk.register();
                Register second = desk.register()) {
            SyncLock lock = first.lockSync().orElseThrow();
            assertThat(second.lockSync()).isEmpty();
            lock.close();
            SyncLock after = second.lockSync().orElseThrow();
            assertThat(first.lockSync()).isEmpty();
            after.close();
        }
    }

    @Test
    void aLostAttemptDoesNotGiveUpTheLockOfAnother() throws Exception {
        try (Register register = desk.register()) {
            SyncLock lock = register.lockSync().orElseThrow();
            assertThat(register.lockSync()).isEmpty();
            try (Child child = Child.start(Syncing.class, desk.home().folder())) {
                assertThat(child.line()).isEqualTo("not syncing");
            }
            lock.close();
        }
    }

    @Test
    void aSecondOpeningThatClosesLeavesTheFirstItsPresence() throws Exception {
        try (Register first = desk.register()) {
            desk.register().close();
            try (Child child = Child.start(Replacing.class, desk.home().folder())) {
                assertThat(child.line()).isEqualTo("in use");
            }
            desk.wait(Duration.ofHours(1));
            desk.enter(first, "5678");
        }
        try (Child child = Child.start(Replacing.class, desk.home().folder())) {
            assertThat(child.line()).isEqualTo("free");
        }
    }

    @Test
    void whoOpensWaitsForTheOneThatIsReplacing() throws Exception {
        OsLock replacing = Presence.alone(desk.home()).orElseThrow();
        try (Child child = Child.start(Holding.class, desk.home().folder());
                ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Register> opening = thread.submit(desk::register);
            replacing.close();
            assertThat(child.line()).isEqualTo("open");
            opening.get().close();
        }
    }

    /** A child that asks whether it could replace the register. */
    static final class Replacing {
        public static void main(String[] args) throws IOException {
            Optional<OsLock> alone = Presence.alone(new DeskHome(Path.of(args[0])));
            System.out.println(alone.isPresent() ? "free" : "in use");
        }
    }
}
