package gatebook.cli;

import gatebook.rules.entry.IdSource;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What a command finds around it: everything that differs between a run and a test of it.
 *
 * @param out for what was asked for, and nothing else
 * @param err for refusals, warnings and progress
 * @param nanos a clock that only goes forward, for what is waited for
 * @param stop asks a command that stays to end
 */
record Surroundings(
        PrintStream out,
        PrintStream err,
        Clock clock,
        LongSupplier nanos,
        IdSource ids,
        RandomGenerator random,
        Map<String, String> environment,
        StopSignal stop) {}
