package gatebook.app.desk;

import gatebook.store.file.Register;
import gatebook.store.metadata.DeskProfile;
import gatebook.store.query.EntryQueries;
import gatebook.store.query.SyncQueries;
import gatebook.store.sqlite.Database;
import java.time.Instant;

/** The open register while the window shows it. Thread-safe; the screens use it through {@link Background}. */
public final class OpenDesk implements AutoCloseable {
    private final WindowOptions options;
    private final Register register;
    private final Background background;
    private final Bell bell;
    private final SyncLine sync;
    private final Minding minding;

    /** Begins to sync, where this desk has joined a site and no other process does. */
    public OpenDesk(WindowOptions options, Register register, Background background) {
        this.options = options;
        this.register = register;
        this.background = background;
        this.bell = new Bell(background);
        this.sync = new SyncLine(options, register, bell);
        this.minding = new Minding(this);
    }

    public WindowOptions options() {
        return options;
    }

    public Register register() {
        return register;
    }

    public Database database() {
        return register.database();
    }

    public Background background() {
        return background;
    }

    /** Rings when records may have changed. */
    public Bell bell() {
        return bell;
    }

    public SyncLine sync() {
        return sync;
    }

    /** What the register has to say of its own keeping. */
    public Minding minding() {
        return minding;
    }

    public EntryQueries entries() {
        return new EntryQueries(database());
    }

    public SyncQueries exchange() {
        return new SyncQueries(database());
    }

    /** Who the desk is; read anew, since joining a site changes it. */
    public DeskProfile profile() {
        return database().read(DeskProfile::read);
    }

    public Instant now() {
        return options.clock().instant();
    }

    @Override
    public void close() {
        minding.close();
        sync.close();
        register.close();
    }
}
