package gatebook.faults.outage;

/** What is killed, as {@code kill -9} does. */
enum Victim {
    /** The process that serves HTTP. */
    SERVER,
    /** The first process of PostgreSQL; the others end when they notice. */
    DATABASE,
    /** Any one of PostgreSQL's other processes; the first one starts all of them anew. */
    SESSION,
    /** The server and PostgreSQL, as by a power cut. */
    BOTH;

    boolean isServer() {
        return this == SERVER || this == BOTH;
    }
}
