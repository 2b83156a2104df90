package gatebook.rules.merge;

/** One of the two that hold a record in different versions. */
public enum Side {
    /** This desk. */
    LOCAL,
    /** The cloud, or where two records are told apart, the other one of them. */
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
