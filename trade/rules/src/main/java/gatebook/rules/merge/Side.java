package gatebook.rules.merge;

/** One of the two that hold a record in different versions. */
enum Side {
    LOCAL,
    REMOTE;

    /** Whose value stands by default; where a person is to decide, the cloud's stands until then. */
    static Side winning(Strategy strategy) {
        return switch (strategy) {
            case LOCAL_WINS, MERGE_INTELLIGENT -> LOCAL;
            case REMOTE_WINS, MANUAL_REVIEW -> REMOTE;
        };
    }

    Side other() {
        return this == LOCAL ? REMOTE : LOCAL;
    }
}
