-- The seed's four tables by name, column, CHECK and UNIQUE, and what docs/store.md adds to them.
-- Instants are ISO-8601 UTC text with milliseconds; amounts are whole minor units; JSON is the canonical form of an entry.

CREATE TABLE parking_entries (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    uuid TEXT UNIQUE NOT NULL,
    serial_number INTEGER NOT NULL,
    transport_name TEXT NOT NULL,
    vehicle_type TEXT NOT NULL,
    vehicle_number TEXT NOT NULL,
    driver_name TEXT,
    driver_contact TEXT,
    location TEXT,
    notes TEXT,
    entry_time TIMESTAMP NOT NULL,
    exit_time TIMESTAMP,
    status TEXT NOT NULL DEFAULT 'Parked' CHECK (status IN ('Parked', 'Exited')),
    -- The seed's fee, for people who read the file with other programs; fee_minor is what counts.
    fee DECIMAL(10,2) GENERATED ALWAYS AS (fee_minor * 1.0 / minor_per_unit) VIRTUAL,
    payment_status TEXT NOT NULL DEFAULT 'Unpaid'
        CHECK (payment_status IN ('Paid', 'Unpaid', 'Pending', 'Refunded')),
    payment_type TEXT,
    created_by TEXT DEFAULT 'System',
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    last_modified TIMESTAMP DEFAULT CURRENT_TIMESTAMP,

    sync_status TEXT DEFAULT 'pending' CHECK (sync_status IN ('pending', 'synced', 'conflict', 'failed')),
    remote_id INTEGER,
    -- The cloud's version last seen, and nothing else: 0 until the cloud holds the record.
    remote_version INTEGER NOT NULL DEFAULT 0,
    last_sync_at TIMESTAMP,

    ticket_no TEXT NOT NULL,
    plate_key TEXT NOT NULL,
    fee_minor INTEGER NOT NULL DEFAULT 0,
    computed_fee_minor INTEGER,
    minor_per_unit INTEGER NOT NULL DEFAULT 100 CHECK (minor_per_unit > 0),
    fee_manually_set INTEGER NOT NULL DEFAULT 0 CHECK (fee_manually_set IN (0, 1)),
    fee_reason TEXT,
    deleted_at TIMESTAMP,
    -- The image that the cloud is known to hold at remote_version; null when it holds none.
    base_data JSON,

    UNIQUE (vehicle_number, entry_time)
);

-- Each index of a record that is inside is a page more in the commit for which a driver waits: there is one for the order of
-- time, and one that holds all by which the few vehicles inside are sought. The others take a record in once it has left.
CREATE INDEX parking_entries_by_entry_time ON parking_entries (entry_time);
CREATE INDEX parking_entries_inside
    ON parking_entries (plate_key, entry_time, ticket_no, vehicle_type, payment_status, status, deleted_at)
    WHERE status = 'Parked' AND deleted_at IS NULL;
CREATE INDEX parking_entries_by_ticket ON parking_entries (ticket_no)
    WHERE status = 'Exited' OR deleted_at IS NOT NULL;
CREATE INDEX parking_entries_by_plate ON parking_entries (plate_key, entry_time)
    WHERE status = 'Exited' AND deleted_at IS NULL;
CREATE INDEX parking_entries_by_exit_time ON parking_entries (exit_time) WHERE exit_time IS NOT NULL;

CREATE TABLE sync_queue (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    operation TEXT NOT NULL CHECK (operation IN ('CREATE', 'UPDATE', 'DELETE')),
    table_name TEXT NOT NULL,
    record_uuid TEXT NOT NULL,
    data JSON NOT NULL,
    priority INTEGER DEFAULT 0,
    retry_count INTEGER DEFAULT 0,
    max_retries INTEGER DEFAULT 3,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    scheduled_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    last_attempt_at TIMESTAMP,
    error_message TEXT,
    status TEXT DEFAULT 'pending' CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'cancelled')),

    op_id TEXT UNIQUE NOT NULL,
    -- Filled in at the first attempt from the record's remote_version.
    base_version INTEGER,
    -- Operations of one lane go one after the other.
    lane TEXT NOT NULL,
    actor TEXT NOT NULL,
    payload_version INTEGER NOT NULL DEFAULT 1,
    -- Why a person did it, where they had to say.
    reason TEXT,
    -- The op_id of the operation that carries this one's effect, when this one was folded or merged into it.
    superseded_by TEXT,
    completed_at TIMESTAMP
);

CREATE INDEX sync_queue_due ON sync_queue (priority DESC, id) WHERE status = 'pending';
CREATE INDEX sync_queue_open_lanes ON sync_queue (lane, id) WHERE status IN ('pending', 'processing', 'failed');
CREATE INDEX sync_queue_under_way ON sync_queue (id) WHERE status = 'processing';
CREATE INDEX sync_queue_failed ON sync_queue (id) WHERE status = 'failed';
CREATE INDEX sync_queue_by_completion ON sync_queue (completed_at) WHERE status IN ('completed', 'cancelled');

CREATE TABLE sync_conflicts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    table_name TEXT NOT NULL,
    record_uuid TEXT NOT NULL,
    local_data JSON NOT NULL,
    remote_data JSON NOT NULL,
    conflict_type TEXT NOT NULL,
    resolution_strategy TEXT,
    resolved_at TIMESTAMP,
    resolved_by TEXT,
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,

    base_data JSON,
    remote_version INTEGER NOT NULL DEFAULT 0,
    -- The record on the other side, where it is another one than record_uuid.
    other_uuid TEXT,
    -- A JSON list of the overlapping fields.
    fields JSON NOT NULL DEFAULT '[]',
    sync_run_id INTEGER,
    -- The operation that carries a person's decision to the cloud.
    op_id TEXT
);

CREATE INDEX sync_conflicts_open ON sync_conflicts (record_uuid) WHERE resolved_at IS NULL;
CREATE INDEX sync_conflicts_by_record ON sync_conflicts (record_uuid, id);

CREATE TABLE sync_metadata (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE sync_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    trigger_cause TEXT NOT NULL CHECK (trigger_cause IN ('background', 'manual', 'full', 'entry', 'undo')),
    started_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    pushed INTEGER NOT NULL DEFAULT 0,
    pulled INTEGER NOT NULL DEFAULT 0,
    merged INTEGER NOT NULL DEFAULT 0,
    conflicts INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    failed INTEGER NOT NULL DEFAULT 0,
    cursor_before TEXT,
    cursor_after TEXT,
    outcome TEXT CHECK (outcome IN ('completed', 'offline', 'partial', 'refused')),
    error_message TEXT,

    -- The run that this one takes back, where it is an undo, and how many records it changed for that.
    undoes INTEGER,
    restored INTEGER NOT NULL DEFAULT 0
);

CREATE INDEX sync_runs_undoing ON sync_runs (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE audit_log (
    id INTEGER PRIMARY KEY,
    at TIMESTAMP NOT NULL,
    actor TEXT NOT NULL,
    device_id TEXT NOT NULL,
    cause TEXT NOT NULL CHECK (cause IN ('local', 'import', 'pull', 'merge', 'resolution', 'rollback', 'repair')),
    sync_run_id INTEGER,
    table_name TEXT NOT NULL,
    record_uuid TEXT NOT NULL,
    operation TEXT NOT NULL CHECK (operation IN ('CREATE', 'UPDATE', 'DELETE')),
    before JSON,
    after JSON,
    reason TEXT,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);

CREATE INDEX audit_log_by_record ON audit_log (record_uuid, id);
CREATE INDEX audit_log_by_run ON audit_log (sync_run_id) WHERE sync_run_id IS NOT NULL;

-- Records that left parking_entries because another record holds their (vehicle_number, entry_time): joined for good, or
-- waiting until the other one's newer image arrives. The whole row is kept, and its ticket number still leads somewhere.
CREATE TABLE displaced_entries (
    uuid TEXT PRIMARY KEY,
    ticket_no TEXT NOT NULL,
    row_data JSON NOT NULL,
    sync_status TEXT NOT NULL CHECK (sync_status IN ('pending', 'synced', 'conflict', 'failed')),
    remote_id INTEGER,
    remote_version INTEGER NOT NULL DEFAULT 0,
    last_sync_at TIMESTAMP,
    deleted_at TIMESTAMP,
    base_data JSON,
    holder_uuid TEXT NOT NULL,
    reason TEXT NOT NULL CHECK (reason IN ('joined', 'waiting')),
    displaced_at TIMESTAMP NOT NULL
);

CREATE INDEX displaced_entries_by_ticket ON displaced_entries (ticket_no);

-- Tickets that other desks gave out for a visit which stands in this register as another record, as the cloud tells them.
CREATE TABLE joined_tickets (
    record_uuid TEXT NOT NULL,
    ticket_no TEXT NOT NULL,
    PRIMARY KEY (record_uuid, ticket_no)
) WITHOUT ROWID;

CREATE INDEX joined_tickets_by_ticket ON joined_tickets (ticket_no);

-- Records that the cloud had lost and that wait to be sent again: what they went through in the lost history, as a list of
-- version and hash, the newest first.
CREATE TABLE lost_states (
    record_uuid TEXT PRIMARY KEY,
    states TEXT NOT NULL
) WITHOUT ROWID;

-- Where imported entries came from: the raw object of the old file, so that importing it again adds nothing.
CREATE TABLE imported_rows (
    raw_hash TEXT NOT NULL,
    -- 1 for the first object of this very content in its file, 2 for the second, and so on.
    occurrence INTEGER NOT NULL,
    record_uuid TEXT NOT NULL,
    raw TEXT NOT NULL,
    imported_at TIMESTAMP NOT NULL,
    PRIMARY KEY (raw_hash, occurrence)
) WITHOUT ROWID;

CREATE TRIGGER audit_log_keeps_rows BEFORE DELETE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'audit_log is append-only');
END;

CREATE TRIGGER audit_log_keeps_values BEFORE UPDATE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'audit_log is append-only');
END;

CREATE TRIGGER sync_queue_keeps_unsent BEFORE DELETE ON sync_queue
WHEN OLD.status NOT IN ('completed', 'cancelled')
BEGIN
    SELECT RAISE(ABORT, 'an unsent operation is never deleted');
END;

CREATE TRIGGER sync_queue_keeps_attempted BEFORE UPDATE OF operation, record_uuid, data, op_id, actor, created_at, lane
    ON sync_queue WHEN OLD.last_attempt_at IS NOT NULL
BEGIN
    SELECT RAISE(ABORT, 'an operation once attempted is never altered');
END;

CREATE TRIGGER parking_entries_keep_rows BEFORE DELETE ON parking_entries
WHEN NOT EXISTS (SELECT 1 FROM displaced_entries WHERE uuid = OLD.uuid)
BEGIN
    SELECT RAISE(ABORT, 'a record is voided, never deleted');
END;
