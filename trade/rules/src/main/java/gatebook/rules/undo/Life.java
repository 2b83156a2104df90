package gatebook.rules.undo;

import gatebook.rules.merge.Image;

/** Whether a record is in the lists. */
public enum Life {
    LIVE,
    /** Voided, joined into another, or not there yet. */
    VOIDED;

    static Life of(Image image) {
        return image instanceof Image.Present ? LIVE : VOIDED;
    }
}
