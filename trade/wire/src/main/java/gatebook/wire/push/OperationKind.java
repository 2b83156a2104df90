package gatebook.wire.push;

/** The seed's kinds of operation; the names stand in {@code sync_queue.operation} and on the wire. */
public enum OperationKind {
    CREATE,
    UPDATE,
    DELETE
}
