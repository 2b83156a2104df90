package gatebook.app.desk;

import gatebook.rules.entry.IdSource;
import gatebook.store.file.DeskHome;
import gatebook.sync.engine.EngineSettings;
import java.time.Clock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a window is opened with: everything that differs between a run and a test of it.
 *
 * @param home the desk's folder; the register in it is set up where there never was one
 * @param nanos a clock that only goes forward, for what is waited for
 */
public record WindowOptions(
        DeskHome home,
        EngineSettings settings,
        Clock clock,
        LongSupplier nanos,
        IdSource ids,
        RandomGenerator random) {}
