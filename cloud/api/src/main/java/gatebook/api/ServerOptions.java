package gatebook.api;

import gatebook.api.events.EventPace;
import gatebook.api.identity.TokenBuckets.Rate;
import java.nio.file.Path;
import java.time.Duration;

/**
 * How a server is to run.
 *
 * @param host the address of this machine to listen on; {@code 0.0.0.0} for all, as desks stand on other machines
 * @param port 0 for any free one
 * @param database where the records are
 * @param limits how much callers may ask of it
 */
public record ServerOptions(String host, int port, Database database, Limits limits) {
    /** Every address of this machine. */
    public static final String ALL_ADDRESSES = "0.0.0.0";

    /**
     * How much callers may ask.
     *
     * @param desk how often one desk may ask
     * @param guesses how many wrong enrolment codes one network may try
     * @param events how often an open line of events says something
     */
    public record Limits(Rate desk, Rate guesses, EventPace events) {
        /** More than any desk or benchmark needs that asks one thing after the other; a desk gone wild is held. */
        public static final Limits USUAL =
                new Limits(new Rate(1_000, Duration.ofMillis(2)), new Rate(20, Duration.ofSeconds(6)), EventPace.USUAL);
    }

    /** Where a cloud's records are. */
    public sealed interface Database {
        /** A PostgreSQL of this program's own, its data in a folder. */
        record Own(Path folder) implements Database {}

        /**
         * A PostgreSQL that somebody runs.
         *
         * @param url {@code jdbc:postgresql://host/name?user=…&password=…}; user and password may stand in the
         *     environment instead, as {@code PGUSER} and {@code PGPASSWORD}
         */
        record Given(String url) implements Database {
            @Override
            public String toString() {
                return "Given(…)";
            }
        }
    }

    public ServerOptions {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("a port is a number from 0 to 65535");
        }
    }

    /** A server on all addresses with the usual limits. */
    public static ServerOptions of(int port, Database database) {
        return new ServerOptions(ALL_ADDRESSES, port, database, Limits.USUAL);
    }

    /** The same on one address only. */
    public ServerOptions withHost(String address) {
        return new ServerOptions(address, port, database, limits);
    }

    /** The same with other limits. */
    public ServerOptions withLimits(Limits others) {
        return new ServerOptions(host, port, database, others);
    }
}
