package gatebook.app.frame;

import gatebook.rules.entry.EntryId;

/** Where a person wants to go, and with what in hand. */
public sealed interface Target {
    /** The place that shows it. */
    Place place();

    /** A place as such. */
    record At(Place place) implements Target {}

    /** Writing this vehicle out. */
    record Leaving(EntryId entry) implements Target {
        @Override
        public Place place() {
            return Place.EXIT;
        }
    }

    /** All that happened to this entry. */
    record Story(EntryId entry) implements Target {
        @Override
        public Place place() {
            return Place.HISTORY;
        }
    }

    /** Those inside now, as a list. */
    record InsideNow() implements Target {
        @Override
        public Place place() {
            return Place.SEARCH;
        }
    }

    /** Writing in, with the number that was typed. */
    record Arriving(String vehicleNumber) implements Target {
        @Override
        public Place place() {
            return Place.ENTRY;
        }
    }

    /** Changing fields of this entry. */
    record Correcting(EntryId entry) implements Target {
        @Override
        public Place place() {
            return Place.SEARCH;
        }
    }

    /** Saving what the list shows to a file. */
    record Exporting() implements Target {
        @Override
        public Place place() {
            return Place.SEARCH;
        }
    }

    /** Making a backup now. */
    record BackingUp() implements Target {
        @Override
        public Place place() {
            return Place.SETTINGS;
        }
    }
}
