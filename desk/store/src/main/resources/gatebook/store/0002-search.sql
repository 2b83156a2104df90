-- Finding entries by any part of a plate, ticket, name or note: an index of all runs of three characters. Positions are
-- not kept (detail=none), since whoever asks compares the rows found anyway; that makes the index a third as large.

CREATE VIRTUAL TABLE entry_search USING fts5 (
    plate_key, ticket_no, transport_name, driver_name, notes,
    content = 'parking_entries', content_rowid = 'id', tokenize = 'trigram', detail = none, columnsize = 0
);

-- The index follows behind the register, so that nobody at the gate waits for it: rows up to this number are in it, later
-- ones are found by looking at each. AUTOINCREMENT gives a later row a higher number, always.
CREATE TABLE search_progress (
    only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
    up_to INTEGER NOT NULL
);

INSERT INTO search_progress VALUES (1, 0);

CREATE TRIGGER parking_entries_found_no_more AFTER DELETE ON parking_entries
WHEN OLD.id <= (SELECT up_to FROM search_progress)
BEGIN
    INSERT INTO entry_search (entry_search, rowid, plate_key, ticket_no, transport_name, driver_name, notes)
    VALUES ('delete', OLD.id, OLD.plate_key, OLD.ticket_no, OLD.transport_name, OLD.driver_name, OLD.notes);
END;

CREATE TRIGGER parking_entries_found_anew
AFTER UPDATE OF plate_key, ticket_no, transport_name, driver_name, notes ON parking_entries
WHEN OLD.id <= (SELECT up_to FROM search_progress)
    AND (OLD.plate_key IS NOT NEW.plate_key OR OLD.ticket_no IS NOT NEW.ticket_no
        OR OLD.transport_name IS NOT NEW.transport_name OR OLD.driver_name IS NOT NEW.driver_name
        OR OLD.notes IS NOT NEW.notes)
BEGIN
    INSERT INTO entry_search (entry_search, rowid, plate_key, ticket_no, transport_name, driver_name, notes)
    VALUES ('delete', OLD.id, OLD.plate_key, OLD.ticket_no, OLD.transport_name, OLD.driver_name, OLD.notes);
    INSERT INTO entry_search (rowid, plate_key, ticket_no, transport_name, driver_name, notes)
    VALUES (NEW.id, NEW.plate_key, NEW.ticket_no, NEW.transport_name, NEW.driver_name, NEW.notes);
END;

CREATE INDEX parking_entries_by_payment ON parking_entries (payment_status, entry_time)
    WHERE status = 'Exited' AND deleted_at IS NULL;

CREATE INDEX parking_entries_by_type ON parking_entries (vehicle_type COLLATE NOCASE, entry_time)
    WHERE status = 'Exited' AND deleted_at IS NULL;
