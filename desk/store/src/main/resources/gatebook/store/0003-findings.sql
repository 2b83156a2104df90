-- What no chain of hashes can show of itself: a trail whose end is missing, one that is another than was known elsewhere,
-- and a cloud whose past was rewritten. It stays until a person has said what is to be said about it.
CREATE TABLE audit_findings (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Names it in the audit trail, where it is written down as well.
    uuid TEXT UNIQUE NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('tail_missing', 'trail_rewritten', 'cloud_rewritten', 'cloud_lost')),
    found_at TIMESTAMP NOT NULL,
    -- Of this desk's trail: where it ended when this was found, and the last row that it was known to have had.
    ended_at INTEGER,
    known_row INTEGER,
    detail TEXT NOT NULL,
    acknowledged_at TIMESTAMP,
    acknowledged_by TEXT,
    acknowledged_reason TEXT
);

-- Places of the cloud's order that this desk has followed, the older the fewer, to be confirmed by the cloud now and then.
CREATE TABLE cloud_checkpoints (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    cursor TEXT UNIQUE NOT NULL,
    noted_at TIMESTAMP NOT NULL,
    confirmed_at TIMESTAMP
);

CREATE TRIGGER audit_findings_keep_rows BEFORE DELETE ON audit_findings
BEGIN
    SELECT RAISE(ABORT, 'a finding is acknowledged, never deleted');
END;

CREATE TRIGGER audit_findings_keep_values BEFORE UPDATE ON audit_findings
WHEN OLD.acknowledged_at IS NOT NULL OR NEW.uuid IS NOT OLD.uuid OR NEW.kind IS NOT OLD.kind
    OR NEW.found_at IS NOT OLD.found_at OR NEW.detail IS NOT OLD.detail
BEGIN
    SELECT RAISE(ABORT, 'a finding is only acknowledged, and once');
END;
