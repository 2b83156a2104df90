package gatebook.api;

import gatebook.api.events.OpenStreams;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;

/** A server that takes requests until it is closed. */
public final class RunningServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningServer.class);

    private final ServletWebServerApplicationContext web;
    private final OpenLedger ledger;
    private final int port;

    RunningServer(ServletWebServerApplicationContext web, OpenLedger ledger, int port) {
        this.web = web;
        this.ledger = ledger;
        this.port = port;
    }

    /** The port it listens on. */
    public int port() {
        return port;
    }

    /** Its address for callers on this machine. */
    public URI baseUrl() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The pieces it is made of, for checks that go through all of them. */
    ServletWebServerApplicationContext web() {
        return web;
    }

    /**
     * Lets no new request in, ends the open event streams, waits up to half a minute for the requests under way, and
     * then closes the ledger and a PostgreSQL of its own. Calling again does nothing.
     */
    @Override
    public synchronized void close() {
        if (!web.isActive()) {
            return;
        }
        LOG.info("stopping: no new requests, those under way end first");
        try {
            web.getBean(OpenStreams.class).close();
            web.close();
        } finally {
            ledger.close();
            LOG.info("stopped");
        }
    }
}
