package gatebook.sim.disk;

import gatebook.store.sqlite.Disk;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * The disk under one desk's register. Each statement passes here: the machine can die before it, and what writes can be
 * refused for want of room. A proof that the laws notice something may give another statement in its place.
 */
public final class SimDisk implements Disk {
    private static final int NEVER = -1;

    private final UnaryOperator<String> wording;
    private int diesIn = NEVER;
    private boolean full;

    /**
     * @param wording the statement to run in the place of each; itself in an honest simulation
     */
    public SimDisk(UnaryOperator<String> wording) {
        this.wording = wording;
    }

    /** The machine dies before a statement: the next one for 0, the one after that for 1. */
    public void dieIn(int statements) {
        diesIn = statements;
    }

    /** Whether the machine is still to die. */
    public boolean isDoomed() {
        return diesIn != NEVER;
    }

    public void fill() {
        full = true;
    }

    public void makeRoom() {
        full = false;
    }

    /** Neither fails nor dies from now on. */
    public void calm() {
        diesIn = NEVER;
        full = false;
    }

    /** Looks at the file from outside: the machine neither dies of it nor comes nearer to its death. */
    public void aside(Runnable look) {
        int doomedIn = diesIn;
        diesIn = NEVER;
        try {
            look.run();
        } finally {
            diesIn = doomedIn;
        }
    }

    @Override
    public Connection behind(Connection made) {
        return proxy(Connection.class, (self, method, arguments) -> switch (method.getName()) {
            case "prepareStatement" -> prepared(made, method, arguments);
            case "createStatement" -> statement((Statement) invoke(made, method, arguments));
            case "equals" -> isSame(self, arguments[0]);
            default -> invoke(made, method, arguments);
        });
    }

    /** What stands before a connection is itself and nothing else. */
    private static boolean isSame(Object self, Object other) {
        return Proxy.isProxyClass(other.getClass())
                && Proxy.getInvocationHandler(self).equals(Proxy.getInvocationHandler(other));
    }

    private PreparedStatement prepared(Connection made, Method method, Object[] arguments) throws Throwable {
        String sql = (String) arguments[0];
        Object[] said = arguments.clone();
        said[0] = wording.apply(sql);
        PreparedStatement statement = (PreparedStatement) invoke(made, method, said);
        return proxy(PreparedStatement.class, (self, called, values) -> {
            if (called.getName().startsWith("execute")) {
                before(sql);
            }
            return invoke(statement, called, values);
        });
    }

    private Statement statement(Statement statement) {
        return proxy(Statement.class, (self, called, values) -> {
            if (called.getName().startsWith("execute")) {
                before((String) values[0]);
            }
            return invoke(statement, called, values);
        });
    }

    private void before(String sql) throws SQLException {
        if (sql.startsWith("ROLLBACK")) {
            return;
        }
        if (diesIn == 0) {
            diesIn = NEVER;
            throw new Crash(sql);
        }
        if (diesIn > 0) {
            diesIn--;
        }
        if (full && isWriting(sql)) {
            throw new SQLiteException("database or disk is full", SQLiteErrorCode.SQLITE_FULL);
        }
    }

    private static boolean isWriting(String sql) {
        return sql.startsWith("INSERT") || sql.startsWith("UPDATE") || sql.startsWith("DELETE");
    }

    @SuppressWarnings("TypeParameterUnusedInFormals")
    private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> kind, InvocationHandler handler) {
        return kind.cast(Proxy.newProxyInstance(SimDisk.class.getClassLoader(), new Class<?>[] {kind}, handler));
    }
}
